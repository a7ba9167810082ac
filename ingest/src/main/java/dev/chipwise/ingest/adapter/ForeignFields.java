package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chipwise.schemas.domain.Reason;
import java.util.Locale;
import java.util.Set;

/**
 * The fields of an object in somebody else's format: unknown ones do not matter, numbers may be
 * written as texts, and the words that stand for "not said" read as null.
 */
final class ForeignFields {

    private static final Set<String> NOT_SAID = Set.of("", "-", "n/a", "none", "null", "unknown");

    private final JsonNode node;
    private final String path;

    private ForeignFields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /**
     * The fields of a record.
     *
     * @throws UnreadableField when it is no object
     */
    static ForeignFields of(JsonNode node) {
        if (!node.isObject()) {
            throw new UnreadableField("", "must be an object, not " + Fields.shown(node));
        }
        return new ForeignFields(node, "");
    }

    /** The object in a field; one without fields where it is absent. */
    ForeignFields object(String name) {
        return new ForeignFields(node.path(name), path + name + ".");
    }

    /** The object at a place of the list in a field; one without fields where it is absent. */
    ForeignFields element(String name, int index) {
        return new ForeignFields(node.path(name).path(index), path);
    }

    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    /** The text in the first of the fields that says something, or null. */
    String text(String... names) {
        for (var name : names) {
            var value = node.path(name);
            if (value.isContainerNode()) {
                throw new UnreadableField(
                        path + name, "must be a text, not " + Fields.shown(value));
            }
            if (!isNotSaid(value.asText())) {
                return value.asText().strip();
            }
        }
        return null;
    }

    /** Like {@link #text}, for what only describes: a deeper value is written as JSON. */
    String described(String... names) {
        for (var name : names) {
            var value = node.path(name);
            var text = value.isContainerNode() ? value.toString() : value.asText();
            if (!isNotSaid(text)) {
                return Labels.cut(text.strip());
            }
        }
        return null;
    }

    /** The text that says what the result is about. */
    String identity(String... names) {
        var text = text(names);
        if (text == null) {
            throw new UnreadableField(Reason.MISSING_IDENTITY, path + names[0], "is missing");
        }
        return text;
    }

    Double number(String name) {
        var text = text(name);
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new UnreadableField(
                    path + name, "must be a number, not " + Fields.shown(node.path(name)));
        }
    }

    /** A count, or null where there is none or it is none that fits. */
    Integer count(String name) {
        var number = number(name);
        boolean fits = number != null && number == Math.rint(number);
        return fits && number <= Integer.MAX_VALUE && number >= 0 ? number.intValue() : null;
    }

    double required(String name) {
        var number = number(name);
        if (number == null) {
            throw new UnreadableField(Reason.MISSING_VALUE, path + name, "is missing");
        }
        return number;
    }

    String pathOf(String name) {
        return path + name;
    }

    private static boolean isNotSaid(String text) {
        return NOT_SAID.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
