package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * A JSON object that knows its place and its fields. An absent or null field reads as null; a
 * misspelt or mistyped one is an {@link UnreadableField}.
 */
final class Fields {

    private final JsonNode node;
    private final String path;

    private Fields(JsonNode node, String path, Set<String> known) {
        this.node = node;
        this.path = path;
        if (!node.isObject()) {
            throw new UnreadableField(path, "must be an object, not " + shown(node));
        }
        if (known == null) {
            return;
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!known.contains(name)) {
                throw new UnreadableField(
                        pathOf(name), "is not a field" + Suggestion.of(name, known));
            }
        }
    }

    static Fields of(JsonNode node, Set<String> known) {
        return new Fields(node, "", known);
    }

    /** An object of another tool, whose newer versions may have fields that nobody knows here. */
    static Fields open(JsonNode node, String path) {
        return new Fields(node, path, null);
    }

    /** Like {@link #object} for an object of another tool. */
    Fields open(String name) {
        return object(name, null);
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** The object in a field; one without fields where it is absent. */
    Fields object(String name, Set<String> known) {
        var child = has(name) ? node.get(name) : JsonNodeFactory.instance.objectNode();
        return new Fields(child, pathOf(name), known);
    }

    /** Like {@link #object}, but a plain string stands for an object with only that field. */
    Fields objectOrText(String name, Set<String> known, String shortFor) {
        if (!has(name) || !node.get(name).isTextual()) {
            return object(name, known);
        }
        var child = JsonNodeFactory.instance.objectNode().set(shortFor, node.get(name));
        return new Fields(child, pathOf(name), known);
    }

    List<Fields> objects(String name, Set<String> known) {
        var list = new ArrayList<Fields>();
        for (var element : array(name)) {
            list.add(new Fields(element, pathOf(name) + "[" + list.size() + "]", known));
        }
        return list;
    }

    /** What a field holds, for fields that may hold several things; null where absent. */
    JsonNode raw(String name) {
        return has(name) ? node.get(name) : null;
    }

    String text(String name) {
        return text(name, null);
    }

    String text(String name, String otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        return require(name, node.get(name).isTextual(), "a string").textValue();
    }

    Double number(String name) {
        if (!has(name)) {
            return null;
        }
        return require(name, node.get(name).isNumber(), "a number").doubleValue();
    }

    Integer integer(String name) {
        if (!has(name)) {
            return null;
        }
        var value = node.get(name);
        return require(name, value.isIntegralNumber() && value.canConvertToInt(), "an integer")
                .intValue();
    }

    Long longInteger(String name) {
        if (!has(name)) {
            return null;
        }
        var value = node.get(name);
        return require(name, value.isIntegralNumber() && value.canConvertToLong(), "an integer")
                .longValue();
    }

    Boolean flag(String name) {
        if (!has(name)) {
            return null;
        }
        return require(name, node.get(name).isBoolean(), "true or false").booleanValue();
    }

    /** How often something was done; null also where it is more than an event can say. */
    Integer count(String name) {
        var value = longInteger(name);
        return value == null || value > Integer.MAX_VALUE
                ? null
                : Integer.valueOf(value.intValue());
    }

    /** A time in ISO 8601 with a zone, such as {@code 2026-03-01T12:00:00Z}. */
    Instant instant(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableField(
                    pathOf(name),
                    "must be a time with zone like 2026-03-01T12:00:00Z, not '" + text + "'");
        }
    }

    List<Double> numbers(String name) {
        return StreamSupport.stream(array(name).spliterator(), false)
                .map(value -> require(name, value, value.isNumber(), "numbers").doubleValue())
                .toList();
    }

    /** A map to texts; numbers and flags are written as texts, deeper values as JSON. */
    SortedMap<String, String> texts(String name) {
        var texts = new TreeMap<String, String>();
        if (has(name)) {
            var map = require(name, node.get(name).isObject(), "an object");
            map.properties().forEach(entry -> putText(entry.getKey(), entry.getValue(), texts));
        }
        return texts;
    }

    private static void putText(String name, JsonNode value, SortedMap<String, String> texts) {
        if (!value.isNull()) {
            texts.put(name, value.isValueNode() ? value.asText() : value.toString());
        }
    }

    String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    static String shown(JsonNode value) {
        var text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    static Set<String> union(Set<String> some, String... others) {
        var all = new TreeSet<>(some);
        all.addAll(List.of(others));
        return all;
    }

    private JsonNode array(String name) {
        if (!has(name)) {
            return JsonNodeFactory.instance.arrayNode();
        }
        return require(name, node.get(name).isArray(), "an array");
    }

    private JsonNode require(String name, boolean fits, String wanted) {
        return require(name, node.get(name), fits, wanted);
    }

    private JsonNode require(String name, JsonNode value, boolean fits, String wanted) {
        if (!fits) {
            throw new UnreadableField(pathOf(name), "must be " + wanted + ", not " + shown(value));
        }
        return value;
    }
}
