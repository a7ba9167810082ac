package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Four releases of real results, published by the command and asked for by the commands, against
 * tables that were made from the same files by other means.
 */
class AiHubIT {

    private static final List<String> RELEASES = List.of("v0.36.0", "v0.41.0", "v0.6.0", "v0.20.0");

    /** Results of language models that the flattened tables leave out, by release. */
    private static final Map<String, Integer> LEFT_OUT = Map.of("v0.20.0", 2);

    /** What a diff by ratio says, in the words of the independent one. */
    private static final Map<String, String> WORDS =
            Map.of(
                    "metric regressed", "slower",
                    "metric improved", "faster",
                    "metric equivalent", "similar",
                    "added certain", "added",
                    "removed certain", "removed");

    private static final Map<String, Desk.Answer> PUBLISHED = new LinkedHashMap<>();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private static Path directory;
    private static Path data;
    private static Desk desk;
    private static Machine machine;

    @BeforeAll
    static void publishAll() throws InterruptedException {
        data = RecordedData.folder("aihub-perf");
        desk = new Desk(directory);
        machine = desk.up();
        RELEASES.forEach(release -> PUBLISHED.put(release, publish(release)));
        assertThat(desk.settled(PATIENCE)).isTrue();
    }

    @AfterAll
    static void stop() {
        if (machine != null) {
            machine.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "v0.36.0, flat_v0.36.0.csv.gz",
        "v0.41.0, flat_v0.41.0.csv.gz",
        "v0.6.0, flat_old_schema_v0.6.0.csv.gz",
        "v0.20.0, flat_old_schema_v0.20.0.csv.gz"
    })
    void everyRowIsAcceptedAndInTheStore(String release, String csv) throws IOException {
        var rows = expected(csv);
        int leftOut = LEFT_OUT.getOrDefault(release, 0);
        int events = rows.size() + leftOut;

        var stored = new StoredResults(desk, release);

        assertThat(PUBLISHED.get(release).code()).isZero();
        assertThat(PUBLISHED.get(release).lines())
                .containsExactly(events + " accepted, 0 rejected");
        assertThat(stored.count()).isEqualTo(events);
        rows.forEach(stored::take);
        assertThat(stored.left()).hasSize(leftOut);
    }

    @Test
    void jobsThatFailedOrWereSkippedAreStatesAndNeverLatencies() throws IOException {
        var results =
                desk.sql(
                        "SELECT status, count(*), count(latency_mean_ms), count(memory_peak_mb)"
                                + " FROM benchmark_results WHERE version = 'v0.6.0'"
                                + " AND status <> 'ok' GROUP BY ALL ORDER BY ALL");
        var cells =
                desk.sql(
                        "SELECT sum(failures), sum(skipped), sum(len(metrics)) FROM cell_summaries"
                                + " WHERE version = 'v0.6.0' AND successes = 0");
        var recommended =
                json("recommend", "stylegan2", "--model-version", "v0.6.0", "--profile", "latency");

        assertThat(results)
                .containsExactly(
                        List.of("failed", "62", "0", "0"), List.of("skipped", "6", "0", "0"));
        assertThat(cells).containsExactly(List.of("62", "6", "0"));
        // All its jobs failed there.
        assertThat(recommended.at("/excluded/0/hardware/device").asText())
                .isEqualTo("Snapdragon X Elite CRD");
        assertThat(recommended.at("/excluded/0/state").asText()).isEqualTo("suspect");
        assertThat(recommended.at("/ranked").findValuesAsText("device"))
                .doesNotContain("Snapdragon X Elite CRD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0.36.0", "v0.41.0"})
    void theFastestComeFirstAndTiesShareATier(String release) throws IOException {
        var wrong = new ArrayList<String>();
        var rows = expected("rank_" + release + ".csv.gz");
        try (var recommendations = new Recommendations(desk.session())) {
            for (var row : rows) {
                var ranked = recommendations.ask(row);
                wrong.addAll(new FastestFirst(row).differencesFrom(ranked));
            }
        }

        assertThat(rows).hasSizeGreaterThan(390);
        assertThat(wrong).isEmpty();
    }

    @Test
    void aDiffByRatioSaysWhatTheIndependentDiffSays() throws IOException {
        var wanted = new TreeMap<String, String>();
        expected("diff_v0.36.0_to_v0.41.0.csv.gz")
                .forEach(row -> wanted.put(key(row), row.get("verdict(10%)")));

        var said = new TreeMap<String, String>();
        for (var change : diff("--threshold", "10%").at("/changes")) {
            var word =
                    WORDS.get(change.at("/kind").asText() + " " + change.at("/verdict").asText());
            var metric = change.at("/metric");
            boolean ofLatency = metric.isNull() || metric.asText().equals("latency_mean_ms");
            if (word != null && ofLatency && change.at("/configuration").isObject()) {
                assertThat(said.put(key(change), word)).as(key(change)).isNull();
            }
        }

        assertThat(said).hasSameSizeAs(wanted);
        wanted.forEach((key, word) -> assertThat(said.get(key)).as(key).isEqualTo(word));
    }

    @Test
    void aDiffIsInconclusiveWhereOneRunOnEachSideCannotTell() throws IOException {
        var verdicts = new TreeMap<String, Integer>();
        for (var change : diff().at("/changes")) {
            if (change.at("/metric").asText().equals("latency_mean_ms")) {
                verdicts.merge(change.at("/verdict").asText(), 1, Integer::sum);
            }
        }

        int all = verdicts.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(all).isGreaterThan(2500);
        assertThat(verdicts.get("inconclusive")).isGreaterThan(all * 9 / 10);
        assertThat(verdicts).doesNotContainKey("equivalent");
    }

    @Test
    void publishingAgainChangesNothing() {
        var counts = "SELECT count(*), count(DISTINCT event_id) FROM benchmark_results";
        var before = desk.sql(counts);

        var again = publish("v0.20.0", "--wait");

        assertThat(again.lines()).isEqualTo(PUBLISHED.get("v0.20.0").lines());
        assertThat(desk.sql(counts)).isEqualTo(before);
    }

    @Test
    void theStoreIsWhatTheTopicsSayItShouldBe() {
        var verified = desk.run("store", "verify", "--output", "csv");

        assertThat(verified.lines()).hasSize(1);
        assertThat(verified.code()).isZero();
    }

    private static Desk.Answer publish(String release, String... options) {
        var words = new ArrayList<>(List.of("publish", "--from", "aihub"));
        words.addAll(List.of(data.resolve("data").resolve(release).toString()));
        words.addAll(List.of("--model-version", release));
        words.addAll(Arrays.asList(options));
        return desk.run(words.toArray(String[]::new));
    }

    private static List<Map<String, String>> expected(String csv) throws IOException {
        return RecordedData.rows(data.resolve("expected").resolve(csv));
    }

    private static JsonNode diff(String... options) throws IOException {
        var words =
                new ArrayList<>(
                        List.of("snapshot", "diff", "--from", "v0.36.0", "--to", "v0.41.0"));
        words.addAll(Arrays.asList(options));
        return json(words.toArray(String[]::new));
    }

    private static JsonNode json(String... words) throws IOException {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--output", "json"));
        var answer = desk.run(all.toArray(String[]::new));
        assertThat(answer.code()).as(answer.err()).isZero();
        return JSON.readTree(answer.out());
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

    private static String key(JsonNode change) {
        return String.join(
                " ",
                change.at("/model").asText(),
                change.at("/configuration/precision").asText(),
                change.at("/test_case").asText(),
                change.at("/hardware/device").asText(),
                change.at("/configuration/runtime").asText());
    }
}
