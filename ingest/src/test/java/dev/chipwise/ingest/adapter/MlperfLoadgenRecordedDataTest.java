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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every recorded log of the load generator against rows parsed by other means and the official. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MlperfLoadgenRecordedDataTest {

    private static final Instant LATER = Instant.parse("2026-11-01T00:00:00Z");
    private static final String LOG = "/performance/run_1/mlperf_log_summary.txt";
    private static final double EXACTLY = 1e-9;

    /** The official table keeps six digits of what the logs of Server keep two decimals of. */
    private static final double SIX_DIGITS = 5e-6;

    private static final double HALF_A_HUNDREDTH = 0.0051;
    private static final double NANOS_PER_MILLI = 1e6;

    private static final Map<String, String> METRICS =
            Map.of(
                    "min", "latency_min_ms",
                    "mean", "latency_mean_ms",
                    "max", "latency_max_ms",
                    "p50", "latency_p50_ms",
                    "p90", "latency_p90_ms",
                    "p95", "latency_p95_ms",
                    "p99", "latency_p99_ms");

    private final Catalog catalog = Catalog.shipped();
    private final Format format = new MlperfLoadgenFormat(catalog);
    private final Map<String, BenchmarkResult> results = new HashMap<>();

    @BeforeAll
    void readEveryLog() throws IOException {
        var data = SharedData.folder("mlperf-inference").resolve("data/v4.1_logs");
        for (var file : SharedData.files(data, "mlperf_log_summary.txt")) {
            var parsed = Reading.file(format, file);
            assertThat(parsed).hasSize(1).hasOnlyElementsOfType(ParsedEvent.class);
            var location = data.relativize(file).toString().replace(LOG, "");
            results.put(location, Reading.single(BenchmarkResult.class, parsed));
        }
    }

    @Test
    void everyLogIsAnAcceptedResultUnderAnIdOfItsOwn() {
        var validator = new ResultValidator(catalog);

        assertThat(results).hasSize(244);
        assertThat(results.values())
                .allSatisfy(
                        result ->
                                assertThat(validator.validate(result, LATER))
                                        .isInstanceOf(Verdict.Accepted.class))
                .extracting(result -> result.envelope().eventId())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyPercentileIsTheOneThatWasParsed() throws IOException {
        for (var row : rows("v4.1_logs_percentiles.csv")) {
            var result = results.get(row.get("location"));
            boolean offline = row.get("scenario").equals("Offline");
            for (var name :
                    List.of("min", "mean", "max", "p50", "p90", "p95", "p97", "p99", "p99.9")) {
                var nanos = row.get(name + "_ns");
                var label = (offline ? "wait_" : "latency_") + name.replace('.', '_') + "_ns";
                var metric = METRICS.get(name);
                if (offline || metric == null) {
                    assertThat(result.envelope().labels()).containsEntry(label, nanos);
                } else {
                    assertClose(
                            Reading.value(result, metric),
                            Double.parseDouble(nanos) / NANOS_PER_MILLI,
                            EXACTLY);
                }
                if (offline && metric != null) {
                    assertThat(Reading.value(result, metric)).isNull();
                }
            }
        }
    }

    @Test
    void everyRateIsTheOneThatWasParsed() throws IOException {
        for (var row : rows("v4.1_logs_percentiles.csv")) {
            var result = results.get(row.get("location"));
            var samples = result.envelope().labels().getOrDefault("samples_per_second", "");
            assertThat(samples.isEmpty()).isEqualTo(row.get("samples_per_s").isEmpty());
            if (!samples.isEmpty()) {
                assertThat(Double.parseDouble(samples))
                        .isEqualTo(Double.parseDouble(row.get("samples_per_s")));
            }
            if (!row.get("tokens_per_s").isEmpty()) {
                assertThat(Reading.value(result, "throughput_items_per_second"))
                        .isEqualTo(Double.parseDouble(row.get("tokens_per_s")));
            }
        }
    }

    @Test
    void everyResultIsTheOfficialOne() throws IOException {
        for (var row : rows("v4.1_logs_percentiles.csv")) {
            var result = results.get(row.get("location"));
            double official = Double.parseDouble(row.get("summary_result"));
            var scenario = row.get("scenario");
            if (row.get("summary_unit").equals("Latency (ms)")) {
                var percentile = scenario.equals("SingleStream") ? "p90" : "p99";
                var nanos = result.envelope().labels().get("early_stopping_" + percentile + "_ns");
                assertClose(Double.parseDouble(nanos) / NANOS_PER_MILLI, official, EXACTLY);
            } else {
                assertThat(Reading.value(result, "throughput_items_per_second"))
                        .as(row.get("location"))
                        .isCloseTo(official, within(HALF_A_HUNDREDTH + official * SIX_DIGITS));
                assertThat(result.protocol().itemUnit())
                        .isEqualTo(
                                row.get("summary_unit").equals("Tokens/s") ? "tokens" : "samples");
            }
        }
    }

    @Test
    void everyResultSaysWhatRanOnWhat() throws IOException {
        for (var row : rows("v4.1_logs_percentiles.csv")) {
            var folders = row.get("location").split("/");
            var subject = results.get(row.get("location")).subject();

            assertThat(subject.model().name()).isEqualTo(folders[4]);
            assertThat(subject.hardware().device()).isEqualTo(folders[3]);
            assertThat(subject.hardware().vendor()).isEqualTo(folders[1]);
            assertThat(subject.workload().testCase())
                    .isEqualTo(row.get("scenario").toLowerCase(Locale.ROOT));
            var accelerator = row.get("accelerator");
            if (!accelerator.isEmpty()) {
                assertThat(subject.hardware().soc()).isEqualTo(accelerator);
            }
        }
    }

    @Test
    void meanPowerIsThePublishedOne() throws IOException {
        var rows = rows("v4.1_logs_power.csv");

        assertThat(rows).hasSize(2);
        for (var row : rows) {
            var result = results.get(row.get("location"));
            double milliwatts = Double.parseDouble(row.get("published_power")) * 1_000;
            assertClose(Reading.value(result, "power_avg_mw"), milliwatts, EXACTLY);
            assertThat(Reading.value(result, "power_peak_mw"))
                    .isEqualTo(Double.parseDouble(row.get("max_watts")) * 1_000);
            assertClose(
                    Reading.value(result, "energy_total_mj"),
                    milliwatts * Double.parseDouble(row.get("seconds")),
                    EXACTLY);
            assertThat(result.envelope().labels())
                    .containsEntry("power_readings", row.get("rows_in_window"));
        }
        assertThat(results.values())
                .filteredOn(result -> Reading.value(result, "power_avg_mw") != null)
                .hasSize(2);
    }

    private static List<Map<String, String>> rows(String csv) throws IOException {
        var expected = SharedData.folder("mlperf-inference").resolve("expected");
        return SharedData.table(expected.resolve(csv));
    }

    private static void assertClose(Double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(expected * relative));
    }
}
