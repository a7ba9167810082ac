package dev.chipwise.snapshotter.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The answer to somebody's own SQL; cells are text, numbers, booleans, times, lists, maps or null.
 *
 * @param truncated whether there were more rows
 */
public record SqlResult(List<String> columns, List<List<Object>> rows, boolean truncated) {

    public SqlResult {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }
}
