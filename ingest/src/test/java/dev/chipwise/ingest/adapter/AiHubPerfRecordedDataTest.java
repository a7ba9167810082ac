package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chipwise.ingest.adapter.Parsed.ParsedEvent;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every recorded AI Hub file against the rows that were flattened from it by other means. */
class AiHubPerfRecordedDataTest {

    private static final Instant LATER = Instant.parse("2026-11-01T00:00:00Z");

    /** The flattened rows of the older files have six significant digits. */
    private static final double SIX_DIGITS = 1e-5;

    private final Catalog catalog = Catalog.shipped();
    private final Format format = new AiHubPerfFormat(catalog);
    private final ResultValidator validator = new ResultValidator(catalog);

    @ParameterizedTest
    @CsvSource({
        "v0.6.0, flat_old_schema_v0.6.0.csv.gz, 0",
        "v0.20.0, flat_old_schema_v0.20.0.csv.gz, 2",
        "v0.36.0, flat_v0.36.0.csv.gz, 0",
        "v0.41.0, flat_v0.41.0.csv.gz, 0"
    })
    void everyRowOfAReleaseIsImported(String release, String csv, int onlyInFiles)
            throws IOException {
        var data = SharedData.folder("aihub-perf");
        var results = new TreeMap<String, Queue<BenchmarkResult>>();
        for (var file : SharedData.files(data.resolve("data").resolve(release), "/perf.yaml")) {
            addAll(Reading.events(format, file), results);
        }

        var rows = SharedData.rows(data.resolve("expected").resolve(csv));

        assertThat(rows).isNotEmpty();
        rows.forEach(row -> assertSame(take(results, key(row, row.get("model"))), row));
        // The flattened rows leave out the language models whose "models" is a mapping.
        assertThat(results).hasSize(onlyInFiles);
        assertThat(results.values().stream().flatMap(Queue::stream))
                .allSatisfy(left -> assertThat(left.protocol().itemUnit()).isEqualTo("tokens"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilenet_v2", "yolov7", "whisper_base_en"})
    void everyGenerationOfOneModelsFileIsImported(String model) throws IOException {
        var data = SharedData.folder("aihub-history");
        var results = new TreeMap<String, Queue<BenchmarkResult>>();
        for (var file : SharedData.files(data.resolve("data").resolve(model), ".perf.yaml")) {
            addAll(Reading.events(format, file), results);
        }
        var rows = SharedData.rows(data.resolve("expected").resolve(model + ".csv.gz"));

        assertThat(rows).isNotEmpty();
        rows.forEach(row -> assertSame(take(results, key(row, model)), row));
        assertThat(results).isEmpty();
    }

    @Test
    void everyDeviceHasAnIdOfItsOwn() throws IOException {
        var data = SharedData.folder("aihub-perf");
        var devices = new TreeMap<String, TreeSet<String>>();
        for (var file : SharedData.files(data.resolve("data"), "/perf.yaml")) {
            for (var event : Reading.events(format, file)) {
                var hardware = ((BenchmarkResult) event.event()).subject().hardware();
                devices.computeIfAbsent(hardware.id(), id -> new TreeSet<>())
                        .add(hardware.device());
            }
        }

        assertThat(devices).hasSizeGreaterThan(15);
        assertThat(devices.values()).allSatisfy(names -> assertThat(names).hasSize(1));
    }

    @Test
    void readingAFileTwiceMakesTheSameEvents() throws IOException {
        var folder = SharedData.folder("aihub-perf").resolve("data").resolve("v0.41.0");
        var file = SharedData.files(folder, "/perf.yaml").get(0);

        assertThat(Reading.events(format, file)).isEqualTo(Reading.events(format, file));
    }

    private void addAll(
            List<ParsedEvent> events, SortedMap<String, Queue<BenchmarkResult>> results) {
        for (var event : events) {
            var result = (BenchmarkResult) event.event();
            assertThat(validator.validate(result, LATER))
                    .as(event.where().toString())
                    .isInstanceOf(Verdict.Accepted.class);
            results.computeIfAbsent(key(result), key -> new ArrayDeque<>()).add(result);
        }
        assertThat(events)
                .extracting(event -> event.event().envelope().eventId())
                .doesNotHaveDuplicates();
    }

    /** Some older files list a device twice, so that a key has several results, in order. */
    private static BenchmarkResult take(
            SortedMap<String, Queue<BenchmarkResult>> results, String key) {
        assertThat(results.containsKey(key)).as(key).isTrue();
        var result = results.get(key).remove();
        if (results.get(key).isEmpty()) {
            results.remove(key);
        }
        return result;
    }

    private static String key(BenchmarkResult result) {
        var subject = result.subject();
        return String.join(
                "|",
                subject.version().tag(),
                subject.model().name(),
                subject.configuration().precision(),
                subject.workload().testCase(),
                subject.hardware().device(),
                subject.configuration().runtime());
    }

    private static String key(Map<String, String> row, String model) {
        var precision = row.get("precision").equals("null") ? "unspecified" : row.get("precision");
        return String.join(
                "|",
                row.getOrDefault("tag", "unversioned"),
                model,
                precision,
                row.get("component"),
                row.get("device"),
                row.get("runtime"));
    }

    private static void assertSame(BenchmarkResult result, Map<String, String> row) {
        var labels = result.envelope().labels();
        var status = Map.of("Passed", "ok", "Failed", "failed", "Skipped", "skipped", "", "ok");
        assertThat(result.outcome().status().wireName())
                .isEqualTo(status.get(row.get("job_status")));
        assertThat(labels.getOrDefault("job_id", "")).isEqualTo(known(row, "job_id"));
        assertThat(labels.getOrDefault("primary_compute_unit", ""))
                .isEqualTo(known(row, "primary_compute_unit"));
        assertValue(result, "latency_mean_ms", row.get("inference_ms"));
        var memory = row.getOrDefault("mem_max_mb", row.get("mem_max_mb(MiB for old schema)"));
        assertValue(result, "memory_peak_mb", memory.equals("0") ? "" : memory);
        for (var layers : List.of("layers_npu", "layers_gpu", "layers_cpu")) {
            if (row.containsKey(layers)) {
                assertValue(result, layers, row.get(layers));
            }
        }
        assertTime(result, row);
    }

    private static void assertValue(BenchmarkResult result, String metric, String expected) {
        var values =
                result.measurements().stream()
                        .filter(measurement -> measurement.metric().equals(metric))
                        .map(Measurement::value)
                        .toList();
        if (expected.isEmpty()) {
            assertThat(values).as(metric).isEmpty();
            return;
        }
        double value = Double.parseDouble(expected);
        assertThat(values).as(metric).hasSize(1);
        assertThat(values.get(0)).as(metric).isCloseTo(value, within(value * SIX_DIGITS));
    }

    private static void assertTime(BenchmarkResult result, Map<String, String> row) {
        var time = row.getOrDefault("timestamp", "");
        var occurredAt = result.envelope().occurredAt();
        assertThat(occurredAt)
                .isEqualTo(time.isEmpty() ? AiHubEvents.TIME_UNKNOWN : Instant.parse(time));
        assertThat(result.envelope().labels().containsKey(AiHubEvents.TIME_UNKNOWN_LABEL))
                .isEqualTo(time.isEmpty());
    }

    private static String known(Map<String, String> row, String column) {
        return row.get(column).equals("null") ? "" : row.get(column);
    }
}
