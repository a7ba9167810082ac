package dev.chipwise.snapshotter.duckdb;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Lists and maps as the JSON that DuckDB reads them from: a double reads back as the same bits, a
 * text as the same characters.
 */
final class JsonText {

    private static final char FIRST_PRINTABLE = ' ';

    private JsonText() {}

    /** The map as an object; null when it is empty. */
    static String of(Map<?, ?> map) {
        if (map.isEmpty()) {
            return null;
        }
        var json = new StringBuilder();
        char before = '{';
        for (var entry : map.entrySet()) {
            writeText(entry.getKey().toString(), json.append(before));
            write(entry.getValue(), json.append(':'));
            before = ',';
        }
        return json.append('}').toString();
    }

    static String of(List<?> list) {
        var json = new StringBuilder("[");
        for (int i = 0; i < list.size(); i++) {
            write(list.get(i), i == 0 ? json : json.append(','));
        }
        return json.append(']').toString();
    }

    static String of(int[] numbers) {
        var json = new StringBuilder("[");
        for (int i = 0; i < numbers.length; i++) {
            (i == 0 ? json : json.append(',')).append(numbers[i]);
        }
        return json.append(']').toString();
    }

    static String of(double[] numbers) {
        var json = new StringBuilder("[");
        for (int i = 0; i < numbers.length; i++) {
            write(numbers[i], i == 0 ? json : json.append(','));
        }
        return json.append(']').toString();
    }

    /** Writes any value that a column can hold, except bytes and maps. */
    static void write(Object value, StringBuilder json) {
        if (value instanceof Double number) {
            write(number.doubleValue(), json);
        } else if (value instanceof String text) {
            writeText(text, json);
        } else if (value instanceof Instant time) {
            writeText(time.truncatedTo(ChronoUnit.MICROS).toString(), json);
        } else if (value instanceof List<?> list) {
            json.append(of(list));
        } else {
            json.append(value);
        }
    }

    private static void write(double number, StringBuilder json) {
        if (Double.isFinite(number)) {
            json.append(number);
        } else {
            json.append('"').append(number).append('"');
        }
    }

    static void writeText(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST_PRINTABLE) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                (c == '"' || c == '\\' ? json.append('\\') : json).append(c);
            }
        }
        json.append('"');
    }
}
