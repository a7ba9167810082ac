package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published JSON Schema says what the reader does. */
class OwnSchemaTest {

    private static final Path EXAMPLES = Path.of("../docs/examples/result.jsonl");

    private final ObjectMapper json = new ObjectMapper();
    private final Catalog catalog = Catalog.shipped();
    private final JsonNode schema = schema();

    @Test
    void namesTheMetricsOfTheCatalogue() {
        assertThat(texts(schema.at("/$defs/metric/enum")))
                .isEqualTo(catalog.metrics().stream().map(Metric::id).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("objects")
    void knowsTheFieldsThatTheReaderKnows(String pointer, Collection<String> fields) {
        var properties = schema.at("/$defs/" + pointer + "/properties");

        assertThat(properties.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(fields);
        assertThat(schema.at("/$defs/" + pointer + "/additionalProperties").asBoolean(true))
                .isFalse();
    }

    static Stream<Arguments> objects() {
        return Stream.of(
                Arguments.of("benchmark", OwnResults.BENCHMARK),
                Arguments.of("battery", OwnResults.BATTERY),
                Arguments.of("version", OwnEvents.VERSION),
                Arguments.of("retraction", OwnEvents.RETRACTION),
                Arguments.of("retraction/properties/cell", OwnEvents.CELL),
                Arguments.of("source", OwnEnvelope.SOURCE),
                Arguments.of("ci", OwnEnvelope.CI),
                Arguments.of("model/oneOf/1", OwnSubject.MODEL),
                Arguments.of("version_tag/oneOf/1", OwnSubject.VERSION),
                Arguments.of("hardware", OwnSubject.HARDWARE),
                Arguments.of("workload", OwnSubject.WORKLOAD),
                Arguments.of("configuration", OwnSubject.CONFIGURATION),
                Arguments.of("metrics/oneOf/1/items", OwnMetrics.ELEMENT),
                Arguments.of("battery/properties/failure", OwnResults.FAILURE),
                Arguments.of("benchmark/properties/accuracy", OwnResults.ACCURACY),
                Arguments.of("battery/properties/throttling", OwnResults.THROTTLING),
                Arguments.of("temperature", OwnResults.TEMPERATURE),
                Arguments.of("sample", OwnResults.SAMPLE));
    }

    @Test
    void acceptsTheExamplesAsTheReaderDoes() throws IOException {
        var lines = Files.readAllLines(EXAMPLES);
        var events = Reading.events(new OwnFormat(catalog), EXAMPLES);
        var validator = new ResultValidator(catalog);

        assertThat(events).hasSameSizeAs(lines);
        assertThat(events)
                .allSatisfy(
                        parsed ->
                                assertThat(
                                                validator.validate(
                                                        parsed.event(),
                                                        Instant.parse("2026-04-01T00:00:00Z")))
                                        .isInstanceOf(Verdict.Accepted.class));
        for (var line : lines) {
            assertThat(compiled().validate(json.readTree(line))).as(line).isEmpty();
        }
    }

    @Test
    void refusesWhatTheReaderRefuses() throws IOException {
        var line = Files.readAllLines(EXAMPLES).get(1);
        var broken =
                List.of(
                        line.replace("\"vendor\"", "\"vendr\""),
                        line.replace("latency_mean_ms", "latency_ms"),
                        line.replace("\"benchmark\"", "\"benchmrk\""),
                        line.replace("0.61", "\"fast\""));
        for (var each : broken) {
            assertThat(compiled().validate(json.readTree(each))).as(each).isNotEmpty();
            assertThat(Reading.text(new OwnFormat(catalog), "a.jsonl", each))
                    .hasOnlyElementsOfType(Parsed.Unreadable.class);
        }
    }

    private JsonSchema compiled() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    private JsonNode schema() {
        try (var resource = OwnFormat.class.getResourceAsStream("chipwise-result.schema.json")) {
            return json.readTree(resource);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
