package dev.chipwise.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapOptionTest {

    private static final String BARE =
            """
            {"kind":"benchmark","occurred_at":"2026-03-01T00:00:00Z","metrics":{"latency_mean_ms":2}}
            """;
    private static final String FULL =
            """
            {"kind":"benchmark","occurred_at":"2026-03-01T00:00:00Z","model":"m","version":"v1",\
            "hardware":{"id":"cpu/acme/one"},"workload":{"test_case":"t"},\
            "configuration":{"runtime":"tflite","precision":"fp16"},"metrics":{"latency_mean_ms":2}}
            """;
    private static final String PERF =
            """
            precisions:
              float:
                components:
                  Net:
                    performance_metrics:
                      Phone X:
                        tflite:
                          inference_time_milliseconds: 2.5
            """;
    private static final String EVERYTHING =
            "model=a,b,version=v9,hardware=qnn/Samsung/Galaxy S24+,test_case=x,task=training,"
                    + "runtime=qairt,precision=half";

    private final CommandRun chipwise = new CommandRun();

    @TempDir private Path folder;

    @Test
    void saysWhatTheFileDoesNot() throws IOException {
        assertThat(chipwise.run("publish", write(BARE), "--map", EVERYTHING)).isZero();

        var subject = published();
        assertThat(subject.cell().topicKey())
                .isEqualTo("a,b|v9|training/x|qualcomm/samsung/galaxy-s24-plus|qairt/fp16/b1");
        assertThat(subject.hardware().device()).isEqualTo("Galaxy S24+");
    }

    @Test
    void theFilesOwnWordsWin() throws IOException {
        assertThat(chipwise.run("publish", write(FULL), "--map", EVERYTHING)).isZero();

        assertThat(published().cell().topicKey())
                .isEqualTo("m|v1|training/t|cpu/acme/one|tflite/fp16/b1");
    }

    @Test
    void severalMapsSayMore() throws IOException {
        var exit =
                chipwise.run(
                        "validate",
                        write(BARE),
                        "--map",
                        "model=m,hardware=cpu/acme/one",
                        "--map",
                        "runtime=tflite");

        assertThat(exit).isZero();
        assertThat(chipwise.out()).isEqualTo("1 valid, 0 rejected\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "version=v1; model.name is missing; --map model=NAME",
                "model=m; hardware.type is missing; --map hardware=TYPE[/VENDOR/DEVICE]",
                "model=m,hardware=cpu; hardware.vendor is missing; --map hardware=",
                "model=m,hardware=cpu/acme/one; configuration.runtime is missing; --map runtime=NAME",
                "model=m,hardware=cpu/acme; hardware.type must be; a type or type/vendor/device",
            })
    void whatIsStillMissingIsNamedWithTheWayToSayIt(String map, String field, String advice)
            throws IOException {
        assertThat(chipwise.run("validate", write(BARE), "--map", map)).isEqualTo(4);

        assertThat(chipwise.err().replace(": missing_identity:", "").replace(": unreadable:", ""))
                .contains(field)
                .contains(advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "modl=x; is not a field; did you mean 'model'?",
                "model; must be field=value; such as model=resnet50",
                "model= ; must be field=value; --map",
                "model=a,model=b; says a field twice; --map",
                "version=v2; version is said twice; by --map or --model-version",
            })
    void aMapThatMakesNoSenseIsWrongUsage(String map, String message, String more)
            throws IOException {
        var exit = chipwise.run("validate", write(FULL), "--model-version", "v1", "--map", map);

        assertThat(exit).isEqualTo(2);
        assertThat(chipwise.err()).contains(message).contains(more);
    }

    @Test
    void saysTheModelOfAPerfYamlThatLiesInNoFolder() {
        chipwise.standardInput(PERF);

        assertThat(chipwise.run("publish", "--from", "aihub", "-")).isEqualTo(4);
        assertThat(chipwise.err()).contains("model: missing_identity").contains("--map model=NAME");
        assertThat(chipwise.run("publish", "--from", "aihub", "-", "--map", "model=net")).isZero();
        assertThat(published().cell().topicKey()).startsWith("net|unversioned|inference/Net|");
    }

    private Subject published() {
        return ((BenchmarkResult) chipwise.published().get(0)).subject();
    }

    private String write(String text) throws IOException {
        return Files.writeString(folder.resolve("a.jsonl"), text).toString();
    }
}
