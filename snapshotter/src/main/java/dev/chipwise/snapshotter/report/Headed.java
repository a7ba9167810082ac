package dev.chipwise.snapshotter.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A table as people read it: text cells, and what all rows are about said once.
 *
 * @param heading such as {@code model: resnet50, version: v2}, or empty
 * @param lines the column names, then the rows
 * @param numeric by column, whether it holds nothing but numbers
 */
record Headed(String heading, List<List<String>> lines, List<Boolean> numeric) {

    static Headed of(Table table) {
        var heading = new ArrayList<String>();
        var shown = new ArrayList<Integer>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (i >= table.context() || !sameInAll(table, i)) {
                shown.add(i);
            } else if (!CellText.of(cell(table, i)).isEmpty()) {
                heading.add(table.columns().get(i) + ": " + CellText.of(cell(table, i)));
            }
        }
        var lines = new ArrayList<List<String>>();
        lines.add(texts(table.columns(), shown));
        table.rows().forEach(row -> lines.add(texts(row, shown)));
        var numeric = shown.stream().map(column -> isNumeric(table, column)).toList();
        return new Headed(String.join(", ", heading), lines, numeric);
    }

    private static Object cell(Table table, int column) {
        return table.rows().get(0).get(column);
    }

    private static boolean sameInAll(Table table, int column) {
        return !table.rows().isEmpty()
                && table.rows().stream()
                        .allMatch(row -> Objects.equals(row.get(column), cell(table, column)));
    }

    private static boolean isNumeric(Table table, int column) {
        var cells = table.rows().stream().map(row -> row.get(column)).filter(Objects::nonNull);
        var list = cells.toList();
        return !list.isEmpty() && list.stream().allMatch(Number.class::isInstance);
    }

    private static List<String> texts(List<?> cells, List<Integer> shown) {
        return shown.stream().map(column -> CellText.of(cells.get(column))).toList();
    }
}
