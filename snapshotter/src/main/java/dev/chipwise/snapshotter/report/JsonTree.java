package dev.chipwise.snapshotter.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reduces a tree to what JSON can say: numbers that are not finite become null, times and other
 * values become text.
 */
final class JsonTree {

    private JsonTree() {}

    static Object plain(Object value) {
        if (value instanceof Described part) {
            return plain(part.tree());
        }
        if (value instanceof Map<?, ?> map) {
            var plain = new LinkedHashMap<String, Object>();
            map.forEach((key, part) -> plain.put(String.valueOf(key), plain(part)));
            return plain;
        }
        if (value instanceof Collection<?> list) {
            var plain = new ArrayList<>();
            list.forEach(part -> plain.add(plain(part)));
            return plain;
        }
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(((Number) value).doubleValue()) ? value : null;
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return value.toString();
    }
}
