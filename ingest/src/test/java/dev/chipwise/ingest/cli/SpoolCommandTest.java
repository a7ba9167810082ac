package dev.chipwise.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolCommandTest {

    private static final String IMPOSSIBLE = line(0);

    private final CommandRun chipwise = new CommandRun();

    @TempDir private Path folder;

    private String spool;

    @BeforeEach
    void nameTheSpool() {
        spool = folder.resolve("spool").toString();
    }

    @Test
    void publishSaysThatWhatIsSpooledIsSafeAndNotPublished() throws IOException {
        int exit = offline().run("publish", write(lines(1, 4) + IMPOSSIBLE), "--spool", spool);

        assertThat(exit).isEqualTo(4);
        assertThat(chipwise.out()).isEqualTo("0 accepted, 1 rejected, 3 spooled\n");
        assertThat(chipwise.err())
                .contains("3 in the spool " + spool)
                .contains("safe on this disk, not yet published (nobody answers)")
                .contains("'chipwise spool flush --spool " + spool + "'");
    }

    @Test
    void theSummarySaysOfEachFileWhatIsSpooled() throws IOException {
        var file = write(lines(1, 4));
        var summary = folder.resolve("s.md");

        offline().run("publish", file, "--spool", spool, "--summary", summary.toString());

        assertThat(Files.readString(summary))
                .contains("| file | accepted | rejected | left out | spooled |")
                .contains("a.jsonl | 0 | 0 | 0 | 3 |");
    }

    @Test
    void publishEndsWellWhenEverythingIsAcceptedOrSpooled() throws IOException {
        assertThat(offline().run("publish", write(lines(1, 4)), "--spool", spool)).isZero();
        assertThat(online().run("publish", write(lines(4, 6)), "--spool", spool)).isZero();

        assertThat(chipwise.out()).isEqualTo("2 accepted, 0 rejected\n");
        assertThat(chipwise.err()).isEqualTo("3 accepted that had been in the spool\n");
        assertThat(chipwise.published()).hasSize(5);
    }

    @Test
    void statusShowsWhatWaits() throws IOException {
        offline().run("publish", write(lines(1, 4)), "--spool", spool);

        assertThat(chipwise.run("spool", "status", "--spool", spool, "--output", "csv")).isZero();

        assertThat(chipwise.out().lines())
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("waiting,bytes,segments,"),
                        row -> assertThat(row).matches("3,\\d+,1,0,0,false"));
    }

    @Test
    void flushPublishesWhatWaits() throws IOException {
        offline().run("publish", write(lines(1, 4)), "--spool", spool);

        assertThat(offline().run("spool", "flush", "--spool", spool)).isEqualTo(5);
        assertThat(chipwise.out()).isEqualTo("0 accepted, 0 rejected, 3 spooled\n");
        assertThat(chipwise.err()).contains("nobody answers");

        assertThat(online().run("spool", "flush", "--spool", spool)).isZero();
        assertThat(chipwise.out()).isEqualTo("3 accepted, 0 rejected, 0 spooled\n");
        assertThat(chipwise.published()).hasSize(3);
    }

    @Test
    void flushGoesThroughAGatewayWhereOneIsGiven() throws IOException {
        offline().run("publish", write(lines(1, 4)), "--spool", spool);

        online().run("spool", "flush", "--spool", spool, "--gateway", "http://h:1");

        assertThat(chipwise.gateway()).isEqualTo("http://h:1 with no token");
    }

    @Test
    void aSpoolThatIsNotThereOrNotNamedIsWrongUsage() {
        assertThat(chipwise.run("spool", "status", "--spool", spool)).isEqualTo(2);
        assertThat(chipwise.err()).contains("there is no spool in " + spool);
        assertThat(chipwise.run("spool", "flush")).isEqualTo(2);
        assertThat(chipwise.err()).contains("--spool DIR");
        assertThat(chipwise.run("spool", "flush", "--spool", spool)).isEqualTo(2);
        assertThat(Path.of(spool)).doesNotExist();
    }

    @Test
    void aSpoolThatCannotBeADirectoryIsWrongUsageAndNothingIsPublished() throws IOException {
        var file = write(lines(1, 3));

        for (var unusable : List.of(file, file + "/below")) {
            assertThat(online().run("publish", file, "--spool", unusable)).isEqualTo(2);
            assertThat(chipwise.err()).contains("cannot open the spool " + unusable);
            assertThat(chipwise.err()).contains("name a directory");
        }
        assertThat(chipwise.published()).isEmpty();
    }

    @Test
    void aFullSpoolEndsTheImportAndCountsWhatIsNotKept() throws IOException {
        int exit =
                offline()
                        .run(
                                "publish",
                                write(lines(1, 10_000)),
                                "--spool",
                                spool,
                                "--spool-limit",
                                "1");

        assertThat(exit).isEqualTo(5);
        assertThat(chipwise.out()).matches("0 accepted, 0 rejected, \\d{4} spooled, 1 not del.*\n");
        assertThat(chipwise.err()).contains("is full").contains("--spool-limit");
    }

    @Test
    void nothingWaitsToBeQueryableWhenItIsSpooled() throws IOException {
        assertThat(offline().run("publish", write(lines(1, 3)), "--spool", spool, "--wait"))
                .isEqualTo(5);
        assertThat(chipwise.err()).contains("nothing to --wait for");
        assertThat(chipwise.waits()).isEmpty();
    }

    @Test
    void aDryRunLeavesTheSpoolAlone() throws IOException {
        var file = write(lines(1, 3));

        assertThat(chipwise.run("publish", file, "--spool", spool, "--dry-run")).isZero();
        assertThat(Path.of(spool)).doesNotExist();
    }

    private CommandRun offline() {
        return chipwise.broker(new NobodyThere());
    }

    private CommandRun online() {
        return chipwise.online();
    }

    private String write(String text) throws IOException {
        return Files.writeString(folder.resolve("a.jsonl"), text).toString();
    }

    private static String lines(int from, int end) {
        return IntStream.range(from, end)
                .mapToObj(SpoolCommandTest::line)
                .collect(Collectors.joining());
    }

    private static String line(int latencyMs) {
        return String.format(
                Locale.ROOT,
                "{\"kind\":\"benchmark\",\"occurred_at\":\"2026-03-01T00:00:00Z\",\"model\":\"m\","
                        + "\"hardware\":{\"id\":\"cpu/acme/one\"},\"configuration\":"
                        + "{\"runtime\":\"tflite\"},\"metrics\":{\"latency_mean_ms\":%d}}%n",
                latencyMs);
    }
}
