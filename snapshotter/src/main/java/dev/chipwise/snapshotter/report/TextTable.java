package dev.chipwise.snapshotter.report;

import java.util.List;

/** Aligned columns for a terminal: numbers to the right, everything else to the left. */
final class TextTable {

    private static final String GAP = "  ";

    private TextTable() {}

    static String render(Table table) {
        var headed = Headed.of(table);
        var widths = widths(headed.lines());
        var text = new StringBuilder();
        if (!headed.heading().isEmpty()) {
            text.append(headed.heading()).append("\n\n");
        }
        for (var line : headed.lines()) {
            text.append(line(line, widths, headed.numeric())).append('\n');
        }
        return text.toString();
    }

    private static int[] widths(List<List<String>> lines) {
        var widths = new int[lines.get(0).size()];
        for (var line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        return widths;
    }

    private static String line(List<String> cells, int[] widths, List<Boolean> right) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var padding = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : GAP)
                    .append(right.get(i) ? padding + cells.get(i) : cells.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }
}
