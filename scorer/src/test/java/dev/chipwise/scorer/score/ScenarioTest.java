package dev.chipwise.scorer.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.Selection;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every story under {@code scenarios}: results given, questions asked, answers expected. */
class ScenarioTest {

    static Stream<Path> scenarios() throws IOException, URISyntaxException {
        var folder = Path.of(ScenarioTest.class.getResource("/scenarios").toURI());
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void thereAreStories() throws IOException, URISyntaxException {
        assertThat(scenarios().count()).isGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsAsTold(Path file) throws IOException {
        // Given
        var scenario = new ObjectMapper().readTree(file.toFile());
        var trials = new ArrayList<Trial>();
        scenario.get("given").forEach(given -> trials.addAll(trials(given)));
        Collections.reverse(trials);

        for (var asked : scenario.get("asked")) {
            // When
            var answer =
                    Asked.recommend(selection(asked), profile(asked), trials.toArray(Trial[]::new));

            // Then
            assertThat(Asked.order(answer)).isEqualTo(texts(asked.path("ranked"), "hardware"));
            asked.path("ranked").forEach(expected -> checkRanked(expected, answer));
            checkExcluded(asked.path("excluded"), answer);
            assertThat(answer.metricsLeftOut()).isEqualTo(texts(asked.path("leftOut"), null));
            assertThat(answer.evidence().wireName())
                    .isEqualTo(asked.path("evidence").asText("real"));
        }
    }

    private static List<Trial> trials(JsonNode given) {
        var trials = new ArrayList<Trial>();
        for (int i = 0; i < given.path("repeat").asInt(1); i++) {
            var trial =
                    Trial.on(given.get("hardware").asText())
                            .number(given.path("from").asInt(0) + i)
                            .batch(given.path("batch").asInt(1))
                            .precision(given.path("precision").asText("int8"))
                            .evidence(Evidence.of(given.path("evidence").asText("real")));
            var status = Outcome.Status.of(given.path("status").asText("ok"));
            trial.ended(status, given.path("failure").asText(null));
            if (given.has("deviceMemory")) {
                trial.deviceMemory(given.get("deviceMemory").asDouble());
            }
            given.path("metrics")
                    .properties()
                    .forEach(
                            each ->
                                    trial.metric(
                                            Trial.CATALOG
                                                    .metricOrCriterion(each.getKey())
                                                    .orElseThrow()
                                                    .id(),
                                            each.getValue().asDouble()));
            trials.add(trial);
        }
        return trials;
    }

    private static ScoringProfile profile(JsonNode asked) {
        if (asked.has("profile")) {
            return Asked.shipped(asked.get("profile").asText());
        }
        return new ScoringProfile(
                "asked", 1, byMetric(asked.path("weights")), byMetric(asked.path("budgets")));
    }

    private static TreeMap<String, Double> byMetric(JsonNode byWord) {
        var byMetric = new TreeMap<String, Double>();
        byWord.properties()
                .forEach(
                        each ->
                                byMetric.put(
                                        Trial.CATALOG
                                                .metricOrCriterion(each.getKey())
                                                .orElseThrow()
                                                .id(),
                                        each.getValue().asDouble()));
        return byMetric;
    }

    private static Selection selection(JsonNode asked) {
        var select = asked.path("select");
        return new Selection(
                select.has("batch") ? select.get("batch").asInt() : null,
                select.path("precision").asText(null),
                select.path("runtime").asText(null),
                select.path("hardwareType").asText(null));
    }

    private static void checkRanked(JsonNode expected, Recommendation answer) {
        var ranked =
                answer.ranked().stream()
                        .filter(
                                each ->
                                        each.hardware()
                                                .id()
                                                .equals(expected.get("hardware").asText()))
                        .findFirst()
                        .orElseThrow();
        if (expected.has("tier")) {
            assertThat(ranked.score().tier())
                    .as(expected.toString())
                    .isEqualTo(expected.get("tier").asInt());
        }
        if (expected.has("score")) {
            assertThat(ranked.score().score())
                    .as(expected.toString())
                    .isCloseTo(expected.get("score").asDouble(), within(1e-6));
        }
        if (expected.has("batch")) {
            assertThat(ranked.score().configuration().batchSize())
                    .isEqualTo(expected.get("batch").asInt());
        }
        assertThat(ranked.state().wireName())
                .isEqualTo(expected.path("state").asText(ranked.state().wireName()));
        assertThat(ranked.grade().wireName())
                .isEqualTo(expected.path("grade").asText(ranked.grade().wireName()));
    }

    private static void checkExcluded(JsonNode expected, Recommendation answer) {
        assertThat(answer.excluded())
                .extracting(each -> each.hardware().id())
                .isEqualTo(texts(expected, "hardware"));
        for (int i = 0; i < expected.size(); i++) {
            var excluded = answer.excluded().get(i);
            assertThat(excluded.gate()).isEqualTo(expected.get(i).get("gate").asText());
            assertThat(excluded.detail())
                    .isEqualTo(expected.get(i).path("detail").asText(excluded.detail()));
            assertThat(excluded.state().wireName())
                    .isEqualTo(expected.get(i).path("state").asText(excluded.state().wireName()));
        }
    }

    private static List<String> texts(JsonNode nodes, String field) {
        var texts = new ArrayList<String>();
        nodes.forEach(node -> texts.add(field == null ? node.asText() : node.get(field).asText()));
        return texts;
    }
}
