package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chipwise.ingest.adapter.Parsed.LeftOut;
import dev.chipwise.ingest.adapter.Parsed.ParsedEvent;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every recorded table of MLPerf inference against what was computed from it by other means. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MlperfTableRecordedDataTest {

    private static final Instant LATER = Instant.parse("2026-11-01T00:00:00Z");
    private static final double EIGHT_DIGITS = 1e-7;
    private static final double EXACTLY = 1e-9;
    private static final int TEN = 10;

    private final Catalog catalog = Catalog.shipped();
    private final Format format = new MlperfTableFormat(catalog);
    private final List<Parsed> all = new ArrayList<>();

    /** A result with what only the folder tells. */
    private record Entry(String suite, String division, BenchmarkResult result) {

        String round() {
            return result.subject().version().tag();
        }

        String board(String scenario) {
            return String.join("|", round(), suite, result.subject().model().name(), scenario);
        }

        String platform() {
            return result.subject().hardware().device();
        }

        boolean isAvailable() {
            return "available".equals(result.envelope().labels().get("availability"));
        }

        double published() {
            for (var metric :
                    List.of("throughput_items_per_second", "latency_p90_ms", "latency_p99_ms")) {
                if (Reading.value(result, metric) != null) {
                    return Reading.value(result, metric);
                }
            }
            throw new AssertionError(result);
        }

        boolean isHigherBetter() {
            return Reading.value(result, "throughput_items_per_second") != null;
        }
    }

    @Test
    void everyRowIsAResultOrSaysWhyItIsNone() {
        var reasons =
                Reading.only(LeftOut.class, all).stream()
                        .collect(Collectors.groupingBy(LeftOut::why, Collectors.counting()));

        assertThat(entries()).hasSize(2_159);
        assertThat(reasons)
                .isEqualTo(
                        Map.of(
                                MlperfTableFormat.REPEATED, 205L,
                                MlperfTable.POWER_OF_A_RUN, 105L));
        assertThat(all).hasSize(2_159 + 205 + 105);
    }

    @Test
    void everyResultIsAcceptedUnderAnIdOfItsOwn() {
        var validator = new ResultValidator(catalog);

        assertThat(entries())
                .allSatisfy(
                        entry ->
                                assertThat(validator.validate(entry.result(), LATER))
                                        .isInstanceOf(Verdict.Accepted.class));
        assertThat(entries())
                .extracting(entry -> entry.result().envelope().eventId())
                .doesNotHaveDuplicates();
    }

    @Test
    void theBestOfEveryTaskAreTheBestThatWereComputed() throws IOException {
        var boards = boards();
        var rows =
                SharedData.table(
                        SharedData.folder("mlperf-inference")
                                .resolve("expected/best_per_task.csv"));

        assertThat(rows).hasSize(182);
        for (var row : rows) {
            var board =
                    boards.get(board(row)).stream()
                            .filter(entry -> entry.division().equals(row.get("division")))
                            .toList();
            assertThat(board.size()).isEqualTo(Integer.parseInt(row.get("n")));
            assertOrder(board, Entry::published, row.get("top10"));
        }
        assertThat(boards.values().stream().mapToInt(List::size).sum())
                .isEqualTo(rows.stream().mapToInt(row -> Integer.parseInt(row.get("n"))).sum());
    }

    @Test
    void everyPowerIsJoinedToItsRun() throws IOException {
        var byRun = new HashMap<String, BenchmarkResult>();
        for (var entry : entries()) {
            var labels = entry.result().envelope().labels();
            byRun.put(
                    entry.board(scenario(entry.result())) + labels.get("location"), entry.result());
        }
        var rows = powerRows();

        assertThat(rows).hasSize(310);
        rows.forEach(row -> assertPower(byRun.get(board(row) + row.get("location")), row));
        assertThat(
                        entries().stream()
                                .filter(
                                        entry ->
                                                Reading.value(
                                                                entry.result(),
                                                                "inferences_per_joule")
                                                        != null))
                .hasSize(310);
    }

    @Test
    void theMostEfficientAreThoseThatWereComputed() throws IOException {
        var boards = new TreeMap<String, List<Entry>>();
        boards().forEach(
                        (board, entries) ->
                                boards.put(
                                        board,
                                        entries.stream()
                                                .filter(entry -> efficiency(entry) != null)
                                                .sorted(
                                                        Comparator.comparing(
                                                                entry -> -efficiency(entry)))
                                                .toList()));
        var rows =
                SharedData.table(
                        SharedData.folder("mlperf-inference")
                                .resolve("expected/most_efficient.csv"));

        assertThat(rows).hasSize(78);
        for (var row : rows) {
            var board = boards.get(board(row));
            assertThat(board.size()).isEqualTo(Integer.parseInt(row.get("n")));
            assertOrder(board, MlperfTableRecordedDataTest::efficiency, row.get("order"));
        }
    }

    @Test
    void systemsMeetInOneIdOnlyWhereTheirNamesAreSpeltAlike() {
        var names = new TreeMap<String, TreeSet<String>>();
        for (var entry : entries()) {
            var hardware = entry.result().subject().hardware();
            names.computeIfAbsent(hardware.id(), id -> new TreeSet<>())
                    .add(hardware.device().toLowerCase(Locale.ROOT));
        }

        assertThat(names).hasSizeGreaterThan(150);
        assertThat(names.values()).allSatisfy(spelt -> assertThat(spelt).hasSize(1));
    }

    private static Double efficiency(Entry entry) {
        return Reading.value(entry.result(), "inferences_per_joule");
    }

    private static void assertPower(BenchmarkResult result, Map<String, String> row) {
        assertThat(result).as(row.toString()).isNotNull();
        double power = Double.parseDouble(row.get("power"));
        boolean watts = row.get("power_unit").equals("Watts");
        double samples = row.get("scenario").equals("MultiStream") ? 8 : 1;
        var metric = watts ? "power_avg_mw" : "energy_per_inference_mj";
        assertClose(
                Reading.value(result, metric), watts ? power * 1_000 : power / samples, EXACTLY);
        var derived = Double.parseDouble(row.get("items_per_joule_derived"));
        assertClose(Reading.value(result, "inferences_per_joule"), derived, EIGHT_DIGITS);
        var published = row.get("Inference_per_Joule_as_published");
        if (!published.isEmpty()) {
            assertClose(
                    Reading.value(result, "inferences_per_joule"),
                    Double.parseDouble(published),
                    EXACTLY);
        }
    }

    /** Names and values as "a=1 > b=2", in order, as far as they are listed. */
    private static void assertOrder(
            List<Entry> entries, Function<Entry, Double> value, String expected) {
        var listed = expected.split(" > ");
        for (int i = 0; i < listed.length; i++) {
            int equals = listed[i].lastIndexOf('=');
            double wanted = Double.parseDouble(listed[i].substring(equals + 1));
            assertClose(value.apply(entries.get(i)), wanted, EIGHT_DIGITS);
            // Where values tie, any order of the names will do.
            assertThat(entries)
                    .filteredOn(entry -> Math.abs(value.apply(entry) / wanted - 1) < EIGHT_DIGITS)
                    .extracting(Entry::platform)
                    .contains(listed[i].substring(0, equals));
        }
        assertThat(listed).hasSizeGreaterThanOrEqualTo(Math.min(entries.size(), TEN));
    }

    private static void assertClose(Double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(Math.abs(expected) * relative));
    }

    private Map<String, List<Entry>> boards() {
        var boards = new TreeMap<String, List<Entry>>();
        for (var entry : entries()) {
            if (entry.isAvailable()) {
                boards.computeIfAbsent(
                                entry.board(scenario(entry.result())), board -> new ArrayList<>())
                        .add(entry);
            }
        }
        boards.values()
                .forEach(
                        board ->
                                board.sort(
                                        Comparator.comparing(
                                                        (Entry entry) ->
                                                                entry.isHigherBetter()
                                                                        ? -entry.published()
                                                                        : entry.published())
                                                .thenComparing(Entry::platform)));
        return boards;
    }

    private static String board(Map<String, String> row) {
        return String.join(
                "|",
                row.get("round"),
                row.get("suite"),
                row.get("model"),
                row.get("scenario").toLowerCase(Locale.ROOT));
    }

    private static String scenario(BenchmarkResult result) {
        return result.subject().workload().testCase();
    }

    private List<Map<String, String>> powerRows() throws IOException {
        return SharedData.table(
                SharedData.folder("mlperf-inference").resolve("expected/power.csv"));
    }

    private List<Entry> entries() {
        return Reading.only(ParsedEvent.class, all).stream()
                .map(
                        parsed ->
                                entry(
                                        parsed.where().path().split("--"),
                                        (BenchmarkResult) parsed.event()))
                .toList();
    }

    /** The folder is "mlperf-inference--round--suite--division--task--scenario". */
    private static Entry entry(String[] folder, BenchmarkResult result) {
        return new Entry(folder[2], folder[3], result);
    }

    @BeforeAll
    void readEveryTable() throws IOException {
        var data = SharedData.folder("mlperf-inference").resolve("data/cm");
        for (var file : SharedData.files(data, "/cm-result.json")) {
            all.addAll(Reading.file(format, file));
        }
    }
}
