package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of everything that {@code up} runs, in the middle of publishing. */
class KillIT {

    private static final int EVENTS = 4_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir private Path directory;

    @Test
    void threeKillsLoseNothingAndDoubleNothing() throws Exception {
        // Given
        var results = IntStream.range(0, EVENTS).mapToObj(KillIT::result).toList();
        var desk = new Desk(directory);

        // When
        var publishing = new ArrayList<PublishProcess>();
        for (int kill = 1; kill <= 3; kill++) {
            publishing.add(killInTheMiddleOfPublishing(desk, results, kill));
        }

        // Then
        try (var up = UpProcess.start(directory)) {
            for (var each : publishing) {
                // Whoever was still publishing found the new one, or gave up and said so.
                assertThat(each.code()).as(each.said()).isIn(ExitCode.OK, ExitCode.NOT_REACHABLE);
            }
            var file = Files.writeString(directory.resolve("all.jsonl"), String.join("", results));
            var answer = desk.run("publish", file.toString(), "--quiet");
            assertThat(answer.lines()).containsExactly(EVENTS + " accepted, 0 rejected");
            assertThat(desk.settled(PATIENCE)).isTrue();
            assertThat(desk.run("store", "verify", "--output", "csv").lines())
                    .as("findings of store verify")
                    .hasSize(1);
            assertExact(desk);
            assertThat(up.stop()).isIn(0, 143);
        }
        assertExact(desk);
    }

    /** One part is in the topic, and the rest on its way, when everything is killed. */
    private PublishProcess killInTheMiddleOfPublishing(Desk desk, List<String> results, int kill)
            throws IOException {
        try (var up = UpProcess.start(directory)) {
            long before = published(desk);
            var publishing = PublishProcess.start(directory);
            publishing.hand(results.subList(0, EVENTS / 4));
            await().atMost(PATIENCE).until(() -> published(desk) > before);
            assertThat(publishing.isPublishing()).as("publishing, at kill " + kill).isTrue();
            publishing.finish(results.subList(EVENTS / 4, EVENTS));
            if (kill == 2) {
                up.killWithoutItsBroker();
            } else {
                up.kill();
            }
            return publishing;
        }
    }

    /** Records in the topic of results, as its readers see them. */
    private static long published(Desk desk) {
        var session = desk.session();
        try (var admin = session.admin()) {
            return admin.ends(List.of(session.topics().benchmarkResult())).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static void assertExact(Desk desk) {
        assertThat(
                        desk.sql(
                                "SELECT count(*), count(DISTINCT event_id), min(n), max(n), sum(n)"
                                        + " FROM (SELECT event_id, labels['n']::BIGINT n FROM"
                                        + " benchmark_results)"))
                .containsExactly(
                        List.of(
                                "" + EVENTS,
                                "" + EVENTS,
                                "0",
                                "" + (EVENTS - 1),
                                "" + (EVENTS * (EVENTS - 1L) / 2)));
    }

    /** Results of eight models on ten devices, in runs that differ a little. */
    private static String result(int n) {
        return String.format(
                Locale.ROOT,
                "{\"kind\":\"benchmark\",\"occurred_at\":\"2026-03-%02dT%02d:%02d:00Z\","
                        + "\"model\":\"model-%d\",\"version\":\"v1\",\"hardware\":{\"type\":\"cpu\",\"vendor\":\"acme\",\"device\":\"board"
                        + " %d\"},\"configuration\":"
                        + "{\"runtime\":\"tflite\",\"precision\":\"int8\"},\"metrics\":"
                        + "{\"latency_mean_ms\":%.3f},\"labels\":{\"n\":\"%d\"}}%n",
                1 + n % 28,
                n / 60 % 24,
                n % 60,
                n % 8,
                n / 8 % 10,
                5 + n % 10 + n / 8 % 10 + n % 97 / 100.0,
                n);
    }
}
