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
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Both recorded phones of MLPerf mobile against the rows that were parsed by other means. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MlperfMobileRecordedDataTest {

    private static final Instant LATER = Instant.parse("2026-11-01T00:00:00Z");
    private static final double EXACTLY = 1e-12;

    private final Catalog catalog = Catalog.shipped();
    private final Format format = new MlperfMobileFormat(catalog);
    private final Map<String, BenchmarkResult> results = new HashMap<>();

    @BeforeAll
    void readBothPhones() throws IOException {
        var data = SharedData.folder("mlperf-mobile").resolve("data");
        for (var file : SharedData.files(data, "/result.json")) {
            for (var parsed : Reading.file(format, file)) {
                var result = (BenchmarkResult) ((ParsedEvent) parsed).event();
                var system = file.getParent().getFileName().toString();
                results.put(system + "|" + result.subject().model().name(), result);
            }
        }
    }

    @Test
    void everyBenchmarkIsAnAcceptedResult() {
        var validator = new ResultValidator(catalog);

        assertThat(results).hasSize(16);
        assertThat(results.values())
                .allSatisfy(
                        result ->
                                assertThat(validator.validate(result, LATER))
                                        .isInstanceOf(Verdict.Accepted.class));
    }

    @Test
    void everyValueIsTheOneThatWasParsed() throws IOException {
        var rows =
                SharedData.table(SharedData.folder("mlperf-mobile").resolve("expected/flat.csv"));

        assertThat(rows).hasSize(16);
        for (var row : rows) {
            var result = results.get(row.get("system") + "|" + row.get("benchmark"));
            var configuration = result.subject().configuration();
            var labels = result.envelope().labels();
            boolean offline = row.get("scenario").equals("Offline");
            assertThat(result.subject().workload().testCase())
                    .isEqualTo(row.get("scenario").toLowerCase(Locale.ROOT));
            assertThat(configuration.runtime()).isEqualTo(row.get("backend"));
            assertThat(configuration.delegate()).isEqualTo(row.get("accelerator"));
            assertThat(
                            offline
                                    ? labels.get("batch_setting")
                                    : String.valueOf(configuration.batchSize()))
                    .isEqualTo(row.get("batch_size"));
            assertThat(Reading.value(result, "throughput_items_per_second"))
                    .isEqualTo(Double.parseDouble(row.get("throughput_per_s")));
            assertThat(result.protocol().iterations())
                    .isEqualTo(Integer.parseInt(row.get("queries")));
            assertThat(labels).containsEntry("accuracy", row.get("accuracy"));
            assertTimes(result, row, offline);
        }
    }

    @Test
    void phonesAreNamedByMakerAndModel() {
        assertThat(results.values())
                .extracting(result -> result.subject().hardware().id())
                .containsOnly("qualcomm/vivo/v2307a", "qualcomm/honor/maa-an00");
        assertThat(results.values())
                .extracting(result -> result.subject().hardware().soc())
                .containsOnly("SM8650", "Qualcomm Snapdragon 7550");
    }

    private static void assertTimes(
            BenchmarkResult result, Map<String, String> row, boolean offline) {
        double mean = Double.parseDouble(row.get("latency_mean_s"));
        double p90 = Double.parseDouble(row.get("latency90_s"));
        if (offline) {
            assertThat(Reading.value(result, "latency_mean_ms")).isNull();
            var labels = result.envelope().labels();
            assertThat(Double.parseDouble(labels.get("wait_mean_s"))).isEqualTo(mean);
            assertThat(Double.parseDouble(labels.get("wait_p90_s"))).isEqualTo(p90);
            return;
        }
        assertThat(Reading.value(result, "latency_mean_ms"))
                .isCloseTo(mean * 1_000, within(mean * EXACTLY * 1_000));
        assertThat(Reading.value(result, "latency_p90_ms"))
                .isCloseTo(p90 * 1_000, within(p90 * EXACTLY * 1_000));
    }
}
