package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishers that use an id twice: what is scored is what is stored. */
class ReusedIdIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CONFLICTS = 8;

    @TempDir private Path directory;

    @Test
    void scoreAndRowAreOfTheSameEventHoweverAnIdIsReused() throws Exception {
        var desk = new Desk(directory);
        var lines = new ArrayList<String>();
        for (int n = 0; n < CONFLICTS; n++) {
            lines.add(line(n, "m", "v1", 10 + n, "a"));
        }
        for (int n = 0; n < CONFLICTS; n++) {
            lines.add(line(n, "m", "v1", 20 + n, "a"));
        }
        lines.addAll(List.of(line(90, "one", "v1", 5, "a"), line(90, "other", "v1", 6, "a")));
        lines.addAll(List.of(line(91, "n", "v1", 5, "a"), line(91, "n", "v2", 6, "a")));
        lines.addAll(List.of(line(92, "o", "v1", 5, "a"), line(92, "o", "v1", 5, "b")));
        var file = Files.writeString(directory.resolve("reused.jsonl"), String.join("\n", lines));

        desk.whileUp(
                () -> {
                    assertThat(desk.run("publish", file.toString(), "-q").code()).isZero();
                    assertThat(desk.settled(PATIENCE)).isTrue();
                    assertThat(desk.run("store", "verify", "--output", "csv").lines())
                            .as("findings of store verify")
                            .hasSize(1);
                });

        assertThat(
                        desk.sql(
                                "SELECT min(latency_mean_ms), max(latency_mean_ms) FROM benchmark_results WHERE model = 'm'"))
                .isEqualTo(
                        desk.sql(
                                "SELECT min, max FROM cell_metrics WHERE model = 'm' AND metric = 'latency_mean_ms'"));
        assertThat(
                        desk.sql(
                                "SELECT model, count(*) FROM benchmark_results GROUP BY ALL ORDER BY 1"))
                .containsExactly(
                        List.of("m", "" + CONFLICTS),
                        List.of("n", "2"),
                        List.of("o", "1"),
                        List.of("one", "1"),
                        List.of("other", "1"));
        assertThat(desk.sql("SELECT reason, count(*) FROM rejected_results GROUP BY ALL"))
                .containsExactly(List.of("conflicting_duplicate", "" + CONFLICTS));
    }

    private static String line(int n, String model, String version, int latencyMs, String label) {
        return """
        {"kind":"benchmark","event_id":"00000000-0000-7000-8000-%012d",\
        "occurred_at":"2026-03-01T00:00:00Z","model":"%s","version":"%s",\
        "hardware":{"type":"cpu","vendor":"acme","device":"board"},\
        "configuration":{"runtime":"tflite","precision":"int8"},\
        "metrics":{"latency_mean_ms":%d},"labels":{"l":"%s"}}"""
                .formatted(n, model, version, latencyMs, label);
    }
}
