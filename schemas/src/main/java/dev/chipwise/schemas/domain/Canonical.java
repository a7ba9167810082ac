package dev.chipwise.schemas.domain;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;

/**
 * Writes a record as text that depends on its content alone. Absent parts are not written, so a
 * field added later does not change the text (and so the hash) of what was said before.
 */
public final class Canonical {

    /**
     * Looked up once per record type: each lookup makes new accessors, which are slow until they
     * are warm.
     */
    private static final ClassValue<RecordComponent[]> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected RecordComponent[] computeValue(Class<?> type) {
                    return type.getRecordComponents();
                }
            };

    private Canonical() {}

    public static String text(Record value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    /** SHA-256 of the canonical text, in hex. */
    public static String hash(Record value) {
        return hash(text(value));
    }

    public static String hash(String text) {
        return HexFormat.of().formatHex(EventId.sha256(text));
    }

    private static void write(Object value, StringBuilder text) {
        if (value instanceof Record composite) {
            text.append('{');
            for (var component : COMPONENTS.get(composite.getClass())) {
                writePart(component.getName(), read(component, composite), text);
            }
            text.append('}');
        } else if (value instanceof Map<?, ?> map) {
            text.append('{');
            map.forEach((key, part) -> writePart(key.toString(), part, text));
            text.append('}');
        } else if (value instanceof Collection<?> list) {
            text.append('[');
            list.forEach(part -> writePart("", part, text));
            text.append(']');
        } else if (value instanceof Double number) {
            // Its decimal form is written differently by different Java versions.
            text.append(Double.toHexString(number));
        } else {
            writeText(value.toString(), text);
        }
    }

    private static void writePart(String name, Object part, StringBuilder text) {
        if (isAbsent(part)) {
            return;
        }
        writeText(name, text);
        text.append('=');
        write(part, text);
        text.append(';');
    }

    private static boolean isAbsent(Object part) {
        return part == null
                || (part instanceof Collection<?> list && list.isEmpty())
                || (part instanceof Map<?, ?> map && map.isEmpty());
    }

    private static void writeText(String plain, StringBuilder text) {
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ("\\{}[]=;".indexOf(c) >= 0) {
                text.append('\\');
            }
            text.append(c);
        }
    }

    private static Object read(RecordComponent component, Record from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "cannot read " + component + " of " + from.getClass(), e);
        }
    }
}
