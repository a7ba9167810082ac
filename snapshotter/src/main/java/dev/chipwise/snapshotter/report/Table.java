package dev.chipwise.snapshotter.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Rows under named columns; cells are strings, numbers, booleans, times, parts with a description,
 * or null.
 *
 * @param columns made different where two are called the same
 * @param context how many of the first columns say what a row is about: where all rows agree,
 *     people read it once, above the rows
 */
public record Table(List<String> columns, List<List<Object>> rows, int context) implements Report {

    public Table {
        columns = distinct(columns);
        rows = List.copyOf(rows);
    }

    public Table(List<String> columns, List<List<Object>> rows) {
        this(columns, rows, 0);
    }

    @Override
    public Table table() {
        return this;
    }

    /** Each row as an object. */
    List<Map<String, Object>> objects() {
        var objects = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            var object = new LinkedHashMap<String, Object>();
            for (int i = 0; i < columns.size(); i++) {
                object.put(columns.get(i), row.get(i));
            }
            objects.add(object);
        }
        return objects;
    }

    /** Starts a table that is filled row by row. */
    public static Builder of(String... columns) {
        return of(List.of(), columns);
    }

    /** Starts a table whose first columns say what a row is about. */
    static Builder of(List<String> context, String... columns) {
        return new Builder(context, List.of(columns));
    }

    private static List<String> distinct(List<String> columns) {
        var names = new LinkedHashSet<String>();
        for (var column : columns) {
            var name = column;
            for (int n = 2; !names.add(name); n++) {
                name = column + "_" + n;
            }
        }
        return List.copyOf(names);
    }

    /** Collects rows; each must have a cell per column. */
    public static final class Builder {

        private final List<String> columns;
        private final List<List<Object>> rows = new ArrayList<>();
        private final int context;

        private Builder(List<String> context, List<String> others) {
            this.context = context.size();
            columns = new ArrayList<>(context);
            columns.addAll(others);
        }

        public Builder row(Object... cells) {
            if (cells.length != columns.size()) {
                throw new IllegalArgumentException(
                        "want " + columns + ", got " + Arrays.toString(cells));
            }
            rows.add(Collections.unmodifiableList(Arrays.asList(cells.clone())));
            return this;
        }

        /** A row with these cells, and null elsewhere. */
        Builder row(Map<String, Object> cells) {
            if (!columns.containsAll(cells.keySet())) {
                throw new IllegalArgumentException("want " + columns + ", got " + cells.keySet());
            }
            return row(columns.stream().map(cells::get).toArray());
        }

        public Table build() {
            return new Table(columns, rows, context);
        }
    }
}
