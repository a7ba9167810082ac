package dev.chipwise.scorer.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.EventId;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.HardwareId;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Model;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Selection;
import dev.chipwise.schemas.domain.Source;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.schemas.domain.Workload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On every board of two real releases, asking for latency alone gives the published order, ties in
 * one tier.
 */
class AiHubOrderTest {

    private static final Path DATA =
            Path.of(System.getProperty("chipwise.data", "../../shared/data"));

    @ParameterizedTest
    @ValueSource(strings = {"v0.36.0", "v0.41.0"})
    void latencyAloneGivesThePublishedOrder(String release) throws IOException {
        // Given
        var expected = DATA.resolve("aihub-perf/expected");
        assumeThat(expected).as("real results, see chipwise.data").isDirectory();
        var byBoard =
                Asked.cells(results(expected.resolve("flat_" + release + ".csv.gz"))).stream()
                        .collect(
                                Collectors.groupingBy(
                                        cell -> cell.key().board(),
                                        TreeMap::new,
                                        Collectors.toList()));
        int checked = 0;

        for (var row : rows(expected.resolve("rank_" + release + ".csv.gz"))) {
            // When
            var board = new BoardKey(row.get("model"), release, workload(row).id());
            var ranked = fastestFirst(byBoard.get(board), board, row);

            // Then
            assertThat(ranked).as(row.toString()).isEqualTo(published(row));
            checked++;
        }
        assertThat(checked).isGreaterThan(300);
    }

    private static List<List<String>> fastestFirst(
            List<CellSummary> cells, BoardKey board, Map<String, String> row) {
        var selection = new Selection(null, row.get("precision"), row.get("runtime"), null);
        var answer = Asked.SCORER.recommend(board, cells, Asked.weighing("latency", 1), selection);
        var groups = new TreeMap<Double, List<String>>();
        for (var ranked : answer.ranked()) {
            groups.computeIfAbsent(-ranked.score().lower(), lower -> new ArrayList<>())
                    .add(ranked.hardware().device());
        }
        for (var group : groups.values()) {
            group.sort(null);
        }
        return List.copyOf(groups.values());
    }

    private static List<List<String>> published(Map<String, String> row) {
        var groups = new TreeMap<Double, List<String>>();
        for (var entry : row.get("order_fast_to_slow").split(">")) {
            var parts = entry.split("=");
            groups.computeIfAbsent(Double.valueOf(parts[1]), ms -> new ArrayList<>()).add(parts[0]);
        }
        groups.values().forEach(group -> group.sort(null));
        return List.copyOf(groups.values());
    }

    private static List<BenchmarkResult> results(Path file) throws IOException {
        return rows(file).stream()
                .filter(row -> !row.get("inference_ms").isEmpty())
                .map(AiHubOrderTest::result)
                .toList();
    }

    private static BenchmarkResult result(Map<String, String> row) {
        var device = row.get("device");
        var hardware =
                new Hardware(
                        HardwareId.of("qualcomm", "qualcomm", device),
                        "qualcomm",
                        "qualcomm",
                        device);
        var configuration =
                new Configuration(
                        row.get("runtime"), null, null, row.get("precision"), null, 1, null);
        var subject =
                new Subject(
                        Model.named(row.get("model")),
                        Version.tagged(row.get("release")),
                        hardware,
                        workload(row),
                        configuration);
        var source = new Source(Source.Kind.IMPORT, "aihub", null, null);
        return new BenchmarkResult(
                new Envelope(
                        EventId.derived(Trial.START, row.toString()),
                        Trial.START,
                        source,
                        Map.of()),
                subject,
                Outcome.OK,
                List.of(
                        new Measurement(
                                "latency_mean_ms",
                                Double.parseDouble(row.get("inference_ms")),
                                "ms")),
                Evidence.REAL);
    }

    private static Workload workload(Map<String, String> row) {
        return new Workload(Workload.INFERENCE, row.get("component"), null, null);
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            var names = lines.readLine().split(",");
            var rows = new ArrayList<Map<String, String>>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var values = line.split(",", -1);
                var row = new TreeMap<String, String>();
                for (int i = 0; i < names.length; i++) {
                    row.put(names[i], values[i]);
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
