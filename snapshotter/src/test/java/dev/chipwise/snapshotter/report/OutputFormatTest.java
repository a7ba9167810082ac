package dev.chipwise.snapshotter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFormatTest {

    @Test
    void endsCsvLinesAsItsStandardWants() {
        assertThat(OutputFormat.csv.render(Table.of("a", "b").row(1, 2.5).build()))
                .isEqualTo("a,b\r\n1,2.5\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "plain, plain",
                "' spaced ', ' spaced '",
                "~a,b~, ~\"a,b\"~",
                "say \"hi\", \"say \"\"hi\"\"\"",
                "~two\nlines~, ~\"two\nlines\"~",
                "~two\rlines~, ~\"two\rlines\"~",
            })
    void quotesInCsvWhatWouldBreakIt(String cell, String written) {
        assertThat(OutputFormat.csv.render(row(cell, 1))).isEqualTo("c,d\r\n" + written + ",1\r\n");
    }

    @Test
    void tellsARowThatIsEmptyFromNoRow() {
        assertThat(OutputFormat.csv.render(Table.of("c").row((Object) null).build()))
                .isEqualTo("c\r\n\"\"\r\n");
    }

    @Test
    void writesNumbersInFullWhereAProgramReads() {
        var third = row(1.0 / 3, 12_345_678.9);

        assertThat(OutputFormat.csv.render(third)).contains("0.3333333333333333,1.23456789E7");
        assertThat(OutputFormat.jsonl.render(third))
                .isEqualTo("{\"c\":0.3333333333333333,\"d\":1.23456789E7}\n");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void hasNullInJsonForWhatIsNoNumber(double number) {
        assertThat(OutputFormat.jsonl.render(row(number, (float) number)))
                .isEqualTo("{\"c\":null,\"d\":null}\n");
    }

    @Test
    void writesTimesAsTextAndKeepsExactNumbers() {
        var cells = row(Instant.parse("2026-11-02T08:00:00Z"), new BigDecimal("0.10"));

        assertThat(OutputFormat.jsonl.render(cells))
                .isEqualTo("{\"c\":\"2026-11-02T08:00:00Z\",\"d\":0.10}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "a|b, a\\|b",
        "a\\b, a\\\\b",
        "<img src=x>, \\<img src=x\\>",
        "&lt;, \\&lt;",
        "`rm`, \\`rm\\`",
        "*bold*, \\*bold\\*",
        "[x](y), \\[x\\](y)",
        "latency_mean_ms, latency_mean_ms",
        "__init__, \\_\\_init\\_\\_",
    })
    void letsNoCellBecomeMarkdown(String cell, String written) {
        assertThat(OutputFormat.markdown.render(row(cell, "x")))
                .endsWith("| " + written + " | x |\n");
    }

    @Test
    void keepsAMarkdownRowOnOneLine() {
        assertThat(OutputFormat.markdown.render(row("two\r\nlines", 1)))
                .isEqualTo("| c | d |\n| --- | ---: |\n| two\uFFFD\uFFFDlines | 1 |\n");
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(strings = {"1b", "7", "0", "a", "d", "7f", "9b", "85", "202e", "2066", "2028"})
    void letsNoCellDriveATerminal(String code) {
        var cell = "x" + Character.toString(Integer.parseInt(code, 16)) + "[31m";

        var people = List.of(OutputFormat.table, OutputFormat.markdown);

        for (var format : people) {
            assertThat(format.render(row(cell, 1))).contains("x\uFFFD").doesNotContain(cell);
            assertThat(format.render(Table.of(cell).build())).contains("x\uFFFD");
        }
        assertThat(OutputFormat.csv.render(row(cell, 1))).contains(cell);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0.123456, 0.1235",
        "12.3456, 12.35",
        "999.96, 1000",
        "1234567.4, 1234567",
        "1e-9, 1E-9",
        "-3.2e20, -3.2E+20",
        "NaN, NaN",
        "Infinity, Infinity",
    })
    void showsPeopleShortNumbers(double number, String shown) {
        assertThat(OutputFormat.markdown.render(row(number, "")))
                .endsWith("| " + shown + " |  |\n");
    }

    @Test
    void alignsNumbersToTheRightAndEndsLinesWithoutBlanks() {
        var table = Table.of("n", "word", "end").row(5, "a", null).row(10, "bcdef", "x").build();

        assertThat(OutputFormat.table.render(table))
                .isEqualTo(" n  word   end\n 5  a\n10  bcdef  x\n");
    }

    @Test
    void saysOnceWhatAllRowsAreAbout() {
        var rows = Table.of(List.of("model", "case", "shape"), "n");
        rows.row("m", "one", null, 1).row("m", "two", null, 2);

        assertThat(OutputFormat.table.render(rows.build()))
                .isEqualTo("model: m\n\ncase  n\none   1\ntwo   2\n");
        assertThat(OutputFormat.markdown.render(rows.build()))
                .startsWith("model: m\n\n| case | n |");
        assertThat(OutputFormat.csv.render(rows.build()))
                .startsWith("model,case,shape,n\r\nm,one,,1");
    }

    @Test
    void keepsBothColumnsWhenTwoHaveOneName() {
        var joined = new Table(List.of("id", "id", "id_2"), List.of(List.of(1, 2, 3)));

        assertThat(OutputFormat.jsonl.render(joined))
                .isEqualTo("{\"id\":1,\"id_2\":2,\"id_2_2\":3}\n");
    }

    @ParameterizedTest
    @EnumSource
    void rendersAnAnswerWithoutRows(OutputFormat format) {
        assertThat(format.render(Table.of(List.of("about"), "a").build()))
                .isEqualTo(
                        switch (format) {
                            case table -> "about  a\n";
                            case json -> "[ ]\n";
                            case jsonl -> "";
                            case csv -> "about,a\r\n";
                            case markdown -> "| about | a |\n| --- | --- |\n";
                        });
    }

    @Test
    void rendersAStatementWithoutAnAnswer() {
        var nothing = new Table(List.of(), List.of());

        assertThat(OutputFormat.table.render(nothing)).isBlank();
        assertThat(OutputFormat.jsonl.render(nothing)).isEmpty();
    }

    @Test
    void refusesARowThatDoesNotFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> Table.of("a").row(1, 2));
    }

    @Test
    void limitsTheRankedAndNeverTheExcluded() {
        var one = OutputFormat.jsonl.render(Answers.recommendation(1));

        assertThat(one.lines()).hasSize(2);
        assertThat(one).contains("\"reason\":\"state\"").doesNotContain("\"rank\":2");
    }

    @Test
    void listsSeveralBoards() {
        var two = List.of(Answers.ranking(), Answers.ranking());

        assertThat(OutputFormat.json.render(new RecommendationReport(two, 9, Catalog.shipped())))
                .startsWith("[ {")
                .contains("}, {");
    }

    @Test
    void showsTheScoresOfOneProfile() {
        assertThat(Answers.scores("battery").table().rows()).isEmpty();
        assertThat(Answers.scores("balanced").table().rows()).hasSize(3);
    }

    @Test
    void keepsTextThatSomebodyWroteForAMetric() {
        var odd =
                Answers.change(Kind.METRIC, "latency_mean_ms", "fast", "12", null, Verdict.CERTAIN);

        assertThat(OutputFormat.jsonl.render(new ChangesReport("a", "b", List.of(odd))))
                .contains("\"before\":\"fast\",\"after\":12.0");
    }

    private static Table row(Object first, Object second) {
        return Table.of("c", "d").row(first, second).build();
    }
}
