package dev.chipwise.snapshotter.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table as Markdown, for a pull request or a step summary; no cell can break the table or become
 * markup or HTML.
 */
final class MarkdownTable {

    /** What begins markup anywhere, and underscores that are not inside a word. */
    private static final Pattern MARKUP =
            Pattern.compile(
                    "[\\\\`*\\[\\]<>&~|]|(?<![\\p{Alnum}_])_|_(?![\\p{Alnum}_])|(?<=_)_|_(?=_)");

    private MarkdownTable() {}

    static String render(Table table) {
        var headed = Headed.of(table);
        var rule = headed.numeric().stream().map(number -> number ? "---:" : "---").toList();
        var heading = headed.heading().isEmpty() ? "" : escaped(headed.heading()) + "\n\n";
        return heading
                + line(headed.lines().get(0).stream().map(MarkdownTable::escaped).toList())
                + line(rule)
                + headed.lines().stream()
                        .skip(1)
                        .map(row -> line(row.stream().map(MarkdownTable::escaped).toList()))
                        .collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escaped(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$0");
    }
}
