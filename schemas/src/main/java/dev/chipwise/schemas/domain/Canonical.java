package dev.chipwise.schemas.domain;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;

/**
 * Writes a record as text that depends on its content alone. Absent parts are not written, so a
 * field added later does not change the text (and so the hash) of what was said before.
 */
public final class Canonical {

    private static final int USUAL_LENGTH = 1024;

    /** A component of a record type, its name ready to be written. */
    private record Component(String name, Method accessor) {}

    /**
     * Looked up once per record type: each lookup makes new accessors, which are slow until they
     * are warm.
     */
    private static final ClassValue<Component[]> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected Component[] computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents())
                            .map(Canonical::component)
                            .toArray(Component[]::new);
                }
            };

    private Canonical() {}

    public static String text(Record value) {
        var text = new StringBuilder(USUAL_LENGTH);
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

    private static Component component(RecordComponent component) {
        // No character of a Java name has to be escaped.
        return new Component(component.getName() + "=", component.getAccessor());
    }

    private static void write(Object value, StringBuilder text) {
        if (value instanceof String plain) {
            writeText(plain, text);
        } else if (value instanceof Double number) {
            // Its decimal form is written differently by different Java versions.
            HexDouble.write(number, text);
        } else if (value instanceof Record composite) {
            writeRecord(composite, text);
        } else if (value instanceof Map<?, ?> map) {
            text.append('{');
            map.forEach((key, part) -> writeEntry(key.toString(), part, text));
            text.append('}');
        } else if (value instanceof Collection<?> list) {
            text.append('[');
            list.forEach(part -> writeEntry("", part, text));
            text.append(']');
        } else {
            writeText(value.toString(), text);
        }
    }

    private static void writeRecord(Record composite, StringBuilder text) {
        text.append('{');
        for (var component : COMPONENTS.get(composite.getClass())) {
            var part = read(component.accessor(), composite);
            if (!isAbsent(part)) {
                text.append(component.name());
                write(part, text);
                text.append(';');
            }
        }
        text.append('}');
    }

    private static void writeEntry(String key, Object part, StringBuilder text) {
        if (!isAbsent(part)) {
            writeText(key, text);
            text.append('=');
            write(part, text);
            text.append(';');
        }
    }

    private static boolean isAbsent(Object part) {
        return part == null
                || (part instanceof Collection<?> list && list.isEmpty())
                || (part instanceof Map<?, ?> map && map.isEmpty());
    }

    private static void writeText(String plain, StringBuilder text) {
        int written = 0;
        for (int i = 0; i < plain.length(); i++) {
            if (isStructure(plain.charAt(i))) {
                text.append(plain, written, i).append('\\');
                written = i;
            }
        }
        if (written == 0) {
            text.append(plain);
        } else {
            text.append(plain, written, plain.length());
        }
    }

    private static boolean isStructure(char c) {
        return switch (c) {
            case '\\', '{', '}', '[', ']', '=', ';' -> true;
            default -> false;
        };
    }

    private static Object read(Method accessor, Record from) {
        try {
            return accessor.invoke(from);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }
}
