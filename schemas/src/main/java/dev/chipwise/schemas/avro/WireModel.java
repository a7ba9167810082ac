package dev.chipwise.schemas.avro;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;

/**
 * Avro's view of the generated classes. It finds them itself: Avro 1.12.2 refuses classes that a
 * global setting does not list, and a library must neither need a JVM flag nor change a global
 * setting.
 */
final class WireModel extends SpecificData {

    private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

    WireModel() {
        super(WireModel.class.getClassLoader());
        addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        setCustomCoders(true);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class getClass(Schema schema) {
        if (schema.getType() != Schema.Type.RECORD) {
            return super.getClass(schema);
        }
        return classes.computeIfAbsent(schema.getFullName(), this::generatedClass);
    }

    private Class<?> generatedClass(String name) {
        if (!name.startsWith(WireModel.class.getPackageName() + ".wire.")) {
            throw new IllegalArgumentException("no record of ours: " + name);
        }
        try {
            return Class.forName(name, true, getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("no class was generated for " + name, e);
        }
    }
}
