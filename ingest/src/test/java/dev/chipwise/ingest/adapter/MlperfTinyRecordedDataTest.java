package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chipwise.ingest.adapter.Parsed.ParsedEvent;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Both recorded rounds of MLPerf tiny against the orders that were computed by other means. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MlperfTinyRecordedDataTest {

    private static final Instant LATER = Instant.parse("2026-11-01T00:00:00Z");
    private static final double EXACTLY = 1e-12;
    private static final double MICROS_PER_MILLI = 1_000;

    private final Catalog catalog = Catalog.shipped();
    private final Format format = new MlperfTinyFormat(catalog);
    private final List<BenchmarkResult> results = new ArrayList<>();

    @BeforeAll
    void readEveryTable() throws IOException {
        var data = SharedData.folder("mlperf-tiny").resolve("data");
        var files = new ArrayList<>(SharedData.files(data, "/cm-result.json"));
        files.addAll(SharedData.files(data, "/summary.csv"));
        for (var file : files) {
            for (var parsed : Reading.file(format, file)) {
                assertThat(parsed).isInstanceOf(ParsedEvent.class);
                results.add((BenchmarkResult) ((ParsedEvent) parsed).event());
            }
        }
    }

    @Test
    void everyRowIsAnAcceptedResultUnderAnIdOfItsOwn() {
        var validator = new ResultValidator(catalog);

        assertThat(results).hasSize(60 + 73);
        assertThat(results)
                .allSatisfy(
                        result ->
                                assertThat(validator.validate(result, LATER))
                                        .isInstanceOf(Verdict.Accepted.class))
                .extracting(result -> result.envelope().eventId())
                .doesNotHaveDuplicates();
    }

    @Test
    void theFastestAreThoseThatWereComputed() throws IOException {
        var rows = rows("fastest.csv");

        assertThat(rows).hasSize(9);
        for (var row : rows) {
            var board =
                    board(row).stream()
                            .sorted(Comparator.comparing(result -> -throughput(result)))
                            .toList();
            assertThat(board).hasSize(Integer.parseInt(row.get("n")));
            assertOrder(
                    row.get("order").split(" > "),
                    board.stream().map(MlperfTinyRecordedDataTest::throughput).toList(),
                    board);
        }
    }

    @Test
    void theMostFrugalAreThoseThatWereComputed() throws IOException {
        var rows = rows("lowest_energy.csv");

        assertThat(rows).hasSize(8);
        for (var row : rows) {
            var board =
                    board(row).stream()
                            .filter(result -> microjoules(result) != null)
                            .sorted(Comparator.comparing(MlperfTinyRecordedDataTest::microjoules))
                            .toList();
            assertThat(board).hasSize(Integer.parseInt(row.get("n")));
            assertOrder(
                    row.get("order").split(" < "),
                    board.stream().map(MlperfTinyRecordedDataTest::microjoules).toList(),
                    board);
        }
        assertThat(results).filteredOn(result -> microjoules(result) != null).hasSize(33 + 18);
    }

    @Test
    void onlyAnomalyDetectionIsJudgedByAnAreaUnderACurve() {
        assertThat(results)
                .allSatisfy(
                        result -> {
                            boolean curve = result.subject().model().name().equals("ad");
                            assertThat(result.accuracy().metric())
                                    .isEqualTo(curve ? "auc" : "top1_pct");
                            assertThat(result.accuracy().value())
                                    .isBetween(curve ? 0.5 : 50, curve ? 1.0 : 100);
                        });
    }

    private static void assertOrder(
            String[] expected, List<Double> values, List<BenchmarkResult> board) {
        assertThat(expected).hasSameSizeAs(values);
        for (int i = 0; i < expected.length; i++) {
            int equals = expected[i].lastIndexOf('=');
            var hardware = board.get(i).subject().hardware();
            double value = Double.parseDouble(expected[i].substring(equals + 1));
            assertThat(hardware.vendor() + "/" + hardware.device())
                    .isEqualTo(expected[i].substring(0, equals));
            assertThat(values.get(i)).isCloseTo(value, within(value * EXACTLY));
        }
    }

    private List<BenchmarkResult> board(Map<String, String> row) {
        return results.stream()
                .filter(
                        result ->
                                result.subject().version().tag().equals(row.get("round"))
                                        && result.subject()
                                                .workload()
                                                .testCase()
                                                .equals(row.get("division"))
                                        && result.subject()
                                                .model()
                                                .name()
                                                .equals(row.get("benchmark")))
                .toList();
    }

    private static Double throughput(BenchmarkResult result) {
        return Reading.value(result, "throughput_items_per_second");
    }

    private static Double microjoules(BenchmarkResult result) {
        var millijoules = Reading.value(result, "energy_per_inference_mj");
        return millijoules == null ? null : millijoules * MICROS_PER_MILLI;
    }

    private static List<Map<String, String>> rows(String csv) throws IOException {
        return SharedData.table(SharedData.folder("mlperf-tiny").resolve("expected").resolve(csv));
    }
}
