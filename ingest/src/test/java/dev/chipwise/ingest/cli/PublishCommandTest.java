package dev.chipwise.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.publish.Acknowledgement;
import dev.chipwise.ingest.publish.Acknowledgement.Refused;
import dev.chipwise.ingest.publish.PublishCounts;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishCommandTest {

    private static final String GOOD = line("1.5");
    private static final String IMPOSSIBLE = line("0");
    private static final String PERF =
            """
            precisions:
              float:
                components:
                  Net:
                    performance_metrics:
                      Phone X:
                        tflite:
                          job_status: Passed
                          inference_time_milliseconds: 2.5
            """;

    private final CommandRun chipwise = new CommandRun();

    @TempDir private Path folder;

    @Test
    void publishesAFileAndSaysHowManyWereAccepted() throws IOException {
        var file = write("a.jsonl", GOOD + line("2") + line("3"));

        int exit = chipwise.run("publish", file);

        assertThat(exit).isZero();
        assertThat(chipwise.out()).isEqualTo("3 accepted, 0 rejected\n");
        assertThat(chipwise.err()).isEmpty();
        assertThat(chipwise.published()).hasSize(3);
    }

    @Test
    void saysWhereAndWhyARecordIsRejectedAndPublishesTheRest() throws IOException {
        var file = write("a.jsonl", GOOD + IMPOSSIBLE + "{oops\n" + line("3"));

        int exit = chipwise.run("publish", file);

        assertThat(exit).isEqualTo(4);
        assertThat(chipwise.out()).isEqualTo("2 accepted, 2 rejected\n");
        assertThat(chipwise.err())
                .contains("rejected " + file + ":2: zero: latency_mean_ms is 0")
                .contains("rejected " + file + ":3: unreadable: is not JSON")
                .contains("1 zero\n")
                .contains("1 unreadable\n");
        assertThat(chipwise.published()).hasSize(2);
    }

    @Test
    void readsStandardInput() {
        chipwise.standardInput(GOOD + IMPOSSIBLE);

        assertThat(chipwise.run("publish", "-")).isEqualTo(4);

        assertThat(chipwise.out()).isEqualTo("1 accepted, 1 rejected\n");
        assertThat(chipwise.err()).contains("rejected -:2:");
    }

    @Test
    void readsAFolderInOrderOfNameAndCountsWhatItSkips() throws IOException {
        write("models/zeta/perf.yaml", PERF);
        write("models/alpha/perf.yaml", PERF);
        write("models/alpha/info.yaml", "name: Alpha");
        write("models/alpha/numerics.yaml", "x: 1");

        int exit = chipwise.run("publish", folder.toString(), "--model-version", "v0.41.0");

        assertThat(exit).isZero();
        assertThat(chipwise.out()).isEqualTo("2 accepted, 0 rejected\n");
        assertThat(chipwise.err()).contains("2 files skipped");
        assertThat(chipwise.published())
                .extracting(event -> ((BenchmarkResult) event).subject().board().topicKey())
                .containsExactly("alpha|v0.41.0|inference/Net", "zeta|v0.41.0|inference/Net");
    }

    @Test
    void quietSaysNothingButErrors() throws IOException {
        write("alpha/perf.yaml", PERF);
        write("alpha/info.yaml", "name: Alpha");

        assertThat(chipwise.run("publish", "--quiet", folder.toString())).isZero();

        assertThat(chipwise.err()).isEmpty();
    }

    @Test
    void rejectionsAreShownInTheOrderOfReadingWhenTheyAreAcknowledgedLater() throws IOException {
        var later = new ArrayList<CompletableFuture<Acknowledgement>>();
        chipwise.broker(new AnswersAtFlush(later));

        chipwise.run("publish", write("a.jsonl", GOOD + "{oops\n"));

        assertThat(chipwise.err().lines().limit(2))
                .satisfiesExactly(
                        first -> assertThat(first).contains("a.jsonl:1: zero"),
                        second -> assertThat(second).contains("a.jsonl:2: unreadable"));
    }

    @Test
    void publishesThroughAGatewayWithTheTokenOfAFile() throws IOException {
        var token = write("token", "cw_1\n");
        var file = write("a.jsonl", GOOD);

        int exit = chipwise.run("publish", file, "--gateway", "http://h:1", "--token-file", token);

        assertThat(exit).isZero();
        assertThat(chipwise.gateway()).isEqualTo("http://h:1 with cw_1");
        assertThat(chipwise.published()).hasSize(1);
    }

    @Test
    void waitingDoesNotGoWithAGateway() throws IOException {
        var file = write("a.jsonl", GOOD);

        assertThat(chipwise.run("publish", file, "--gateway", "http://h:1", "--wait")).isEqualTo(2);
        assertThat(chipwise.err()).contains("--wait asks the broker itself");
    }

    @Test
    void aTokenFileWithoutATokenIsWrongUsage() throws IOException {
        var file = write("a.jsonl", GOOD);
        var empty = write("token", "");

        assertThat(chipwise.run("publish", file, "--gateway", "http://h:1", "--token-file", empty))
                .isEqualTo(2);
        assertThat(chipwise.err()).contains("--token-file " + empty, "chipwise token create");
    }

    /** Refuses everything, but says so only when it is flushed. */
    private record AnswersAtFlush(List<CompletableFuture<Acknowledgement>> waiting)
            implements Publisher {

        @Override
        public CompletionStage<Acknowledgement> publish(Event event) {
            waiting.add(new CompletableFuture<>());
            return waiting.get(waiting.size() - 1);
        }

        @Override
        public void flush() {
            waiting.forEach(each -> each.complete(new Refused("id", Reason.ZERO, "is 0")));
        }

        @Override
        public PublishCounts counts() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    @Test
    void aDryRunPublishesNothing() throws IOException {
        int exit = chipwise.run("publish", "--dry-run", write("a.jsonl", GOOD + IMPOSSIBLE));

        assertThat(exit).isEqualTo(4);
        assertThat(chipwise.out()).isEqualTo("1 valid, 1 rejected\n");
        assertThat(chipwise.published()).isEmpty();
    }

    @Test
    void validatesWithoutABroker() throws IOException {
        chipwise.broker(null);

        assertThat(chipwise.run("validate", write("a.jsonl", GOOD))).isZero();
        assertThat(chipwise.out()).isEqualTo("1 valid, 0 rejected\n");
        assertThat(chipwise.run("validate", write("b.jsonl", IMPOSSIBLE))).isEqualTo(4);
    }

    @Test
    void aFileThatIsNotThereIsWrongUsageAndNothingIsPublished() throws IOException {
        var there = write("a.jsonl", GOOD);

        assertThat(chipwise.run("publish", there, folder + "/b.jsonl")).isEqualTo(2);

        assertThat(chipwise.err()).contains("cannot read " + folder + "/b.jsonl");
        assertThat(chipwise.published()).isEmpty();
    }

    @Test
    void anUnknownFormatIsWrongUsage() throws IOException {
        assertThat(chipwise.run("publish", "--from", "aihb", write("a.txt", GOOD))).isEqualTo(2);
        assertThat(chipwise.err()).contains("did you mean 'aihub'?");
        assertThat(chipwise.run("publish", write("a.txt", GOOD))).isEqualTo(2);
        assertThat(chipwise.err()).contains("a.txt is in no format").contains("--from");
        assertThat(chipwise.run("publish", "--from", "chipwise", write("a.txt", GOOD))).isZero();
    }

    @Test
    void aTimeGivenForTheWholeImportIsUsedWhereTheFileHasNone() throws IOException {
        var file = write("net/perf.yaml", PERF);

        assertThat(chipwise.run("publish", file, "--occurred-at", "2025-11-10")).isZero();
        assertThat(chipwise.published().get(0).envelope().occurredAt())
                .hasToString("2025-11-10T00:00:00Z");
        assertThat(chipwise.run("publish", file, "--occurred-at", "yesterday")).isEqualTo(2);
    }

    @Test
    void waitsUntilAllOfItIsQueryable() throws IOException {
        var file = write("a.jsonl", GOOD + line("2"));

        assertThat(chipwise.run("publish", "--wait", file)).isZero();
        assertThat(chipwise.waits())
                .containsExactly(new TreeMap<>(Map.of("memory", new TreeMap<>(Map.of(0, 1L)))));
        assertThat(chipwise.neverQueryable().run("publish", "--wait", file)).isEqualTo(5);
        assertThat(chipwise.err()).contains("not queryable within PT2M");
        assertThat(chipwise.run("publish", "--wait", "--dry-run", file)).isEqualTo(2);
    }

    @Test
    void aBrokerThatFailsEndsTheImportWithAdvice() throws IOException {
        var file = write("a.jsonl", IMPOSSIBLE + GOOD + line("2") + line("3"));

        int exit = chipwise.broker(new NobodyThere()).run("publish", file);

        assertThat(exit).isEqualTo(5);
        assertThat(chipwise.out()).isEqualTo("0 accepted, 0 rejected, 1 not delivered\n");
        assertThat(chipwise.err()).contains("nobody answers").contains("run it again");
    }

    private String write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private static String line(String latency) {
        return """
        {"kind":"benchmark","occurred_at":"2026-03-01T00:00:00Z","model":"m",\
        "hardware":{"id":"cpu/acme/one"},"configuration":{"runtime":"tflite"},\
        "metrics":{"latency_mean_ms":%s}}
        """
                .formatted(latency);
    }
}
