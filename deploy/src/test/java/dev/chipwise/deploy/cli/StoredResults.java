package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The raw results of one release as the store has them, to be ticked off against other rows. */
final class StoredResults {

    private static final Map<String, String> STATUS =
            Map.of("Passed", "ok", "Failed", "failed", "Skipped", "skipped", "", "ok");

    /** The flattened rows of the older files have six significant digits. */
    private static final double SIX_DIGITS = 1e-5;

    private final SortedMap<String, List<List<String>>> byKey = new TreeMap<>();
    private int count;

    StoredResults(Desk desk, String release) {
        var rows =
                desk.sql(
                        "SELECT model, precision, test_case, hardware_device, runtime,"
                                + " coalesce(labels['job_id'], ''), status, latency_mean_ms,"
                                + " memory_peak_mb, layers_npu, layers_gpu, layers_cpu"
                                + " FROM benchmark_results WHERE version = '"
                                + release
                                + "' ORDER BY ALL");
        for (var row : rows) {
            count++;
            byKey.computeIfAbsent(String.join("|", row.subList(0, 6)), key -> new ArrayList<>())
                    .add(row.subList(6, row.size()));
        }
    }

    int count() {
        return count;
    }

    /** Keys of the results that no row has taken. */
    List<String> left() {
        return byKey.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(row -> entry.getKey()))
                .toList();
    }

    /** Takes away the result that is this flattened row; fails when there is none or it differs. */
    void take(Map<String, String> row) {
        var key = key(row);
        assertThat(byKey).containsKey(key);
        var same = byKey.get(key);
        assertThat(same).as(key).isNotEmpty();
        assertSame(key, same.remove(0), row);
    }

    private static String key(Map<String, String> row) {
        var precision = row.get("precision").equals("null") ? "unspecified" : row.get("precision");
        return String.join(
                "|",
                row.get("model"),
                precision,
                row.get("component"),
                row.get("device"),
                row.get("runtime"),
                row.get("job_id").equals("null") ? "" : row.get("job_id"));
    }

    private static void assertSame(String key, List<String> stored, Map<String, String> row) {
        assertThat(stored.get(0)).as(key).isEqualTo(STATUS.get(row.get("job_status")));
        assertValue(key, stored.get(1), row.get("inference_ms"));
        var memory = row.getOrDefault("mem_max_mb", row.get("mem_max_mb(MiB for old schema)"));
        assertValue(key, stored.get(2), memory.equals("0") ? "" : memory);
        int column = 3;
        for (var layers : List.of("layers_npu", "layers_gpu", "layers_cpu")) {
            if (row.containsKey(layers)) {
                assertValue(key, stored.get(column), row.get(layers));
            }
            column++;
        }
    }

    private static void assertValue(String key, String stored, String expected) {
        if (expected.isEmpty()) {
            assertThat(stored).as(key).isEmpty();
            return;
        }
        double value = Double.parseDouble(expected);
        assertThat(Double.parseDouble(stored)).as(key).isCloseTo(value, within(value * SIX_DIGITS));
    }
}
