package dev.chipwise.snapshotter.duckdb;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The row a result set stands on, by column name; NULL is null. */
final class Row {

    private final ResultSet rows;
    private final Map<String, Integer> positions = new HashMap<>();

    Row(ResultSet rows) throws SQLException {
        this.rows = rows;
        var description = rows.getMetaData();
        for (int i = 1; i <= description.getColumnCount(); i++) {
            positions.put(description.getColumnName(i), i);
        }
    }

    boolean has(String column) {
        return positions.containsKey(column);
    }

    String text(String column) throws SQLException {
        var value = rows.getObject(at(column));
        return value == null ? null : value.toString();
    }

    Integer integer(String column) throws SQLException {
        int value = rows.getInt(at(column));
        return rows.wasNull() ? null : value;
    }

    Long bigint(String column) throws SQLException {
        long value = rows.getLong(at(column));
        return rows.wasNull() ? null : value;
    }

    Double number(String column) throws SQLException {
        double value = rows.getDouble(at(column));
        return rows.wasNull() ? null : value;
    }

    boolean flag(String column) throws SQLException {
        return rows.getBoolean(at(column));
    }

    byte[] bytes(String column) throws SQLException {
        return rows.getBytes(at(column));
    }

    Instant time(String column) throws SQLException {
        var time = rows.getObject(at(column), LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    SortedMap<String, String> texts(String column) throws SQLException {
        var texts = new TreeMap<String, String>();
        map(column).forEach((key, value) -> texts.put(key.toString(), value.toString()));
        return texts;
    }

    SortedMap<String, Double> numbers(String column) throws SQLException {
        var numbers = new TreeMap<String, Double>();
        map(column).forEach((key, value) -> numbers.put(key.toString(), (Double) value));
        return numbers;
    }

    /** Elements of a list column, some of which may be null; no list is an empty one. */
    List<Object> list(String column) throws SQLException {
        var array = rows.getObject(at(column));
        return array == null
                ? List.of()
                : new ArrayList<>(Arrays.asList((Object[]) ((Array) array).getArray()));
    }

    private Map<?, ?> map(String column) throws SQLException {
        var map = rows.getObject(at(column));
        return map == null ? Map.of() : (Map<?, ?>) map;
    }

    private int at(String column) {
        var position = positions.get(column);
        if (position == null) {
            throw new IllegalStateException("no column " + column + " in " + positions.keySet());
        }
        return position;
    }
}
