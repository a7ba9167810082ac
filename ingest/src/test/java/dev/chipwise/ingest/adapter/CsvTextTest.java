package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    @Test
    void readsQuotesCommasAndLineBreaksInCells() throws IOException {
        assertThat(rows("a,\"b,\"\"c\"\"\",\r\n\n\"two\nlines\",\"\",x\n"))
                .containsExactly(List.of("a", "b,\"c\"", ""), List.of("two\nlines", "", "x"));
    }

    @Test
    void aQuoteInsideAPlainCellIsAQuote() throws IOException {
        assertThat(rows("5\" screen,b")).containsExactly(List.of("5\" screen", "b"));
    }

    @Test
    void knowsTheLineOnWhichARowBegins() throws IOException {
        var csv = new CsvText(new StringReader("a\n\"b\nc\"\nd\n"));
        csv.next();
        csv.next();
        assertThat(csv.line()).isEqualTo(2);
        csv.next();
        assertThat(csv.line()).isEqualTo(4);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() {
        assertThat(CsvText.header("\uFEFFa,b\r\n1,2")).containsExactly("a", "b");
    }

    @Test
    void aQuoteThatIsNeverClosedTakesABoundedPartOfTheText() throws IOException {
        var rows = rows("\"" + "x".repeat(1_000).concat("\n").repeat(3_000));

        assertThat(rows).hasSizeGreaterThan(1_000);
    }

    private static List<List<String>> rows(String text) throws IOException {
        var csv = new CsvText(new StringReader(text));
        var rows = new ArrayList<List<String>>();
        for (var row = csv.next(); row != null; row = csv.next()) {
            rows.add(row);
        }
        return rows;
    }
}
