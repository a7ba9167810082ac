package dev.chipwise.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A measuring program that wrote nothing must not look as if it had succeeded. */
class EmptyInputTest {

    private static final String GOOD =
            """
            {"kind":"benchmark","occurred_at":"2026-03-01T00:00:00Z","model":"m",\
            "hardware":{"id":"cpu/acme/one"},"configuration":{"runtime":"tflite"},\
            "metrics":{"latency_mean_ms":1.5}}
            """;

    private final CommandRun chipwise = new CommandRun();

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"validate, ''", "validate, '\n\n'", "publish, ''", "publish, '\n\n'"})
    void anInputWithoutARecordIsSaidAndIsNoSuccess(String command, String text) throws IOException {
        var file = write("empty.jsonl", text);

        assertThat(chipwise.run(command, file)).isEqualTo(4);
        assertThat(chipwise.err()).contains("there is no record in " + file);
        assertThat(chipwise.standardInput(text).run(command, "-")).isEqualTo(4);
        assertThat(chipwise.err()).contains("there is no record in -");
        assertThat(chipwise.run(command, "--quiet", file)).isEqualTo(4);
        assertThat(chipwise.err()).contains("there is no record in " + file);
    }

    @Test
    void oneEmptyFileAmongOthersIsOnlySaid() throws IOException {
        var empty = write("empty.jsonl", "");
        var good = write("good.jsonl", GOOD);

        assertThat(chipwise.run("publish", empty, good)).isZero();
        assertThat(chipwise.err()).contains("there is no record in " + empty).doesNotContain(good);
        assertThat(chipwise.run("publish", "--quiet", empty, good)).isZero();
        assertThat(chipwise.err()).isEmpty();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
