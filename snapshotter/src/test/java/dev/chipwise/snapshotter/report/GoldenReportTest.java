package dev.chipwise.snapshotter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What read commands print is a contract; the files under {@code /report} are its text. */
class GoldenReportTest {

    private static final Map<OutputFormat, String> ENDINGS =
            Map.of(
                    OutputFormat.table, "txt",
                    OutputFormat.json, "json",
                    OutputFormat.jsonl, "jsonl",
                    OutputFormat.csv, "csv",
                    OutputFormat.markdown, "md");

    static Map<String, Report> reports() {
        return Map.of(
                "recommend", Answers.recommendation(Integer.MAX_VALUE),
                "scores", Answers.scores(null),
                "snapshot", Answers.snapshot(),
                "diff", Answers.changes());
    }

    static Stream<Arguments> every() {
        return reports().keySet().stream()
                .sorted()
                .flatMap(
                        name ->
                                Stream.of(OutputFormat.values())
                                        .map(format -> Arguments.of(name, format)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("every")
    void printsWhatTheContractSays(String name, OutputFormat format) throws IOException {
        // line ends are the file's in the repository, and the format's in the answer
        var printed = format.render(reports().get(name)).replace("\r\n", "\n");

        assertThat(printed).isEqualTo(golden(name + "." + ENDINGS.get(format)));
    }

    @ParameterizedTest
    @EnumSource
    void endsEveryAnswerWithANewline(OutputFormat format) {
        reports().values().forEach(report -> assertThat(format.render(report)).endsWith("\n"));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("lists")
    void hasTheSameFieldsInAllFormats(String name, List<String> lists) throws IOException {
        var report = reports().get(name);
        var tree = json(OutputFormat.json, report).get(0);

        var inTree = new TreeSet<>(names(tree));
        inTree.removeAll(lists);
        for (var list : lists) {
            tree.path(list).forEach(entry -> inTree.addAll(names(entry)));
        }
        inTree.remove("summary"); // counts what the other formats list

        assertThat(inTree).isEqualTo(new TreeSet<>(report.table().columns()));
        for (var line : json(OutputFormat.jsonl, report)) {
            assertThat(names(line)).isEqualTo(report.table().columns());
        }
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("recommend", List.of("ranked", "excluded")),
                Arguments.of("snapshot", List.of("entries")),
                Arguments.of("diff", List.of("changes")));
    }

    @Test
    void hasTheFieldsThatTheDesignPromises() throws IOException {
        var tree = json(OutputFormat.json, reports().get("recommend")).get(0);
        var ranked = tree.path("ranked").get(0);

        assertThat(names(tree))
                .contains("model", "version", "task", "test_case", "profile", "as_of")
                .endsWith("ranked", "excluded");
        assertThat(names(ranked))
                .contains("rank", "tier", "hardware", "score", "lower", "upper")
                .contains("evidence", "configuration", "why");
        assertThat(names(ranked.path("hardware"))).containsExactly("id", "type", "device");
        assertThat(names(tree.path("excluded").get(0))).contains("hardware", "reason");
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<JsonNode> json(OutputFormat format, Report report) throws IOException {
        try (var trees =
                new ObjectMapper().readerFor(JsonNode.class).readValues(format.render(report))) {
            return trees.readAll().stream().map(JsonNode.class::cast).toList();
        }
    }

    private static String golden(String name) throws IOException {
        try (var in = GoldenReportTest.class.getResourceAsStream("/report/" + name)) {
            assertThat(in).as("/report/" + name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
