package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** What {@code openapi.yaml} promises, and whether an answer keeps it. */
final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document = document();

    /** Every method and path it describes. */
    Set<String> routes() {
        var routes = new TreeSet<String>();
        document.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method ->
                                                        routes.add(
                                                                method.toUpperCase(Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey())));
        return routes;
    }

    /** Every code of a problem. */
    Set<String> codes() {
        var codes = new TreeSet<String>();
        document.at("/components/schemas/Problem/properties/code/enum")
                .forEach(code -> codes.add(code.asText()));
        return codes;
    }

    /** Fails unless the document says that this may be answered there. */
    void check(String method, String path, Answer answer) {
        var operation = document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
        var described =
                operation.isMissingNode()
                        ? document.at("/components/responses/Problem")
                        : resolved(operation.path("responses").path("" + answer.status()));
        assertThat(described.isMissingNode())
                .as("%s %s does not say that it answers %s", method, path, answer.status())
                .isFalse();
        described
                .path("headers")
                .properties()
                .forEach(header -> checkHeader(header.getKey(), header.getValue(), answer));
        var content = described.path("content").path(answer.contentType());
        assertThat(content.isMissingNode()).as("content of %s", answer).isFalse();
        if (answer.contentType().endsWith("json")) {
            assertThat(validate(content.path("schema"), answer.json())).as("%s", answer).isEmpty();
        }
    }

    private void checkHeader(String name, JsonNode described, Answer answer) {
        assertThat(answer.header(name))
                .as("%s of %s", name, answer)
                .hasValueSatisfying(
                        value ->
                                assertThat(
                                                validate(
                                                        resolved(described).path("schema"),
                                                        JSON.getNodeFactory().textNode(value)))
                                        .isEmpty());
    }

    private Set<?> validate(JsonNode schema, JsonNode value) {
        ObjectNode alone = schema.deepCopy();
        alone.set("components", document.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(alone)
                .validate(value);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static JsonNode document() {
        try (var yaml = Gateway.class.getResourceAsStream("openapi.yaml")) {
            return JSON.valueToTree(new Yaml().load(yaml));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
