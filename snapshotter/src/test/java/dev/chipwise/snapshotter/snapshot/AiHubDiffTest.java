package dev.chipwise.snapshotter.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.HardwareId;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.VersionKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two releases of real results, one run per cell, against a diff that was made independently. */
class AiHubDiffTest {

    private static final Path EXPECTED =
            Path.of(System.getProperty("chipwise.data", "../../shared/data"))
                    .resolve("aihub-perf/expected");
    private static final Map<String, String> WORDS =
            Map.of(
                    "METRIC REGRESSED", "slower",
                    "METRIC IMPROVED", "faster",
                    "METRIC EQUIVALENT", "similar",
                    "ADDED CERTAIN", "added",
                    "REMOVED CERTAIN", "removed");

    private static SortedMap<String, List<CellSummary>> before;
    private static SortedMap<String, List<CellSummary>> after;
    private final VersionComparison comparison = new VersionComparison(Cells.CATALOG);

    @BeforeAll
    static void read() throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(EXPECTED), "needs the recorded results in " + EXPECTED);
        before = byModel("v0.36.0");
        after = byModel("v0.41.0");
    }

    @Test
    void saysByRatioWhatTheIndependentDiffSays() throws IOException {
        var expected = new TreeMap<String, String>();
        for (var row : rows("diff_v0.36.0_to_v0.41.0.csv.gz")) {
            expected.put(key(row), row.get("verdict(10%)"));
        }

        var said = new TreeMap<String, String>();
        for (var change : compare(new RatioRule(0.10))) {
            said.put(key(change), WORDS.get(change.kind() + " " + change.verdict()));
        }

        assertThat(said).hasSize(5511).isEqualTo(expected);
    }

    @Test
    void isInconclusiveByDefaultWhereOneRunOnEachSideCannotTell() {
        var metrics =
                compare(StatisticalRule.standard()).stream()
                        .filter(change -> change.kind() == Kind.METRIC)
                        .toList();
        var verdicts = new TreeMap<Verdict, Integer>();
        metrics.forEach(change -> verdicts.merge(change.verdict(), 1, Integer::sum));
        System.out.println("v0.36.0 to v0.41.0 by statistics: " + verdicts);

        assertThat(metrics).hasSize(2772);
        assertThat(verdicts).doesNotContainKey(Verdict.EQUIVALENT);
        assertThat(metrics)
                .filteredOn(change -> Math.abs(Math.log(1 + change.relativeChange())) < 0.1)
                .extracting(CompatibilityChange::verdict)
                .containsOnly(Verdict.INCONCLUSIVE);
        assertThat(metrics)
                .filteredOn(change -> change.relativeChange() > 1)
                .extracting(CompatibilityChange::verdict)
                .containsOnly(Verdict.REGRESSED);
    }

    private List<CompatibilityChange> compare(MetricRule rule) {
        var models = new TreeSet<>(before.keySet());
        models.addAll(after.keySet());
        var pairs = new ArrayList<VersionPair>();
        for (var model : models) {
            var from = side(model, "v0.36.0", before);
            pairs.add(new VersionPair(from, side(model, "v0.41.0", after)));
        }
        return comparison.compare(pairs, rule);
    }

    private static VersionSide side(
            String model, String tag, SortedMap<String, List<CellSummary>> cells) {
        return new VersionSide(
                new VersionKey(model, tag), List.of(), cells.getOrDefault(model, List.of()));
    }

    private static SortedMap<String, List<CellSummary>> byModel(String tag) throws IOException {
        var byModel = new TreeMap<String, List<CellSummary>>();
        for (var row : rows("flat_" + tag + ".csv.gz")) {
            byModel.computeIfAbsent(row.get("model"), model -> new ArrayList<>()).add(cell(row));
        }
        return byModel;
    }

    private static CellSummary cell(Map<String, String> row) {
        var workload = Cells.workload(row.get("component"));
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
        var board = new BoardKey(row.get("model"), row.get("release"), workload.id());
        return new CellSummary(
                new CellKey(board, hardware.id(), configuration.id()),
                workload,
                hardware,
                configuration,
                Evidence.REAL,
                latency(row.get("inference_ms")),
                Cells.counts(1, 0, 0),
                Cells.NOON,
                Cells.CATALOG.priorId(),
                "");
    }

    private static List<MetricSummary> latency(String milliseconds) {
        return milliseconds.isEmpty()
                ? List.of()
                : List.of(Cells.latency(Double.parseDouble(milliseconds)));
    }

    private static String key(Map<String, String> row) {
        return String.join(
                " ",
                row.get("model"),
                row.get("precision"),
                row.get("component"),
                row.get("device"),
                row.get("runtime"));
    }

    private static String key(CompatibilityChange change) {
        return String.join(
                " ",
                change.model(),
                change.configuration().precision(),
                change.workload().testCase(),
                change.hardware().device(),
                change.configuration().runtime());
    }

    private static List<Map<String, String>> rows(String file) throws IOException {
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(EXPECTED.resolve(file))),
                                StandardCharsets.UTF_8))) {
            var header = reader.readLine().split(",", -1);
            var rows = new ArrayList<Map<String, String>>();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var cells = line.split(",", -1);
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
