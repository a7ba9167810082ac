package dev.chipwise.snapshotter.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Objects;

/** Says in which fields two records differ. */
final class Difference {

    private static final int LONGEST = 120;

    private Difference() {}

    static String between(Record wanted, Record there) {
        var differences = new ArrayList<String>();
        for (var component : wanted.getClass().getRecordComponents()) {
            var should = read(component, wanted);
            var is = read(component, there);
            if (!Objects.equals(should, is)) {
                differences.add(
                        component.getName() + " is " + cut(is) + ", but should be " + cut(should));
            }
        }
        return String.join("; ", differences);
    }

    private static String cut(Object value) {
        var text = String.valueOf(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static Object read(RecordComponent component, Record from) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(from);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "cannot read " + component + " of " + from.getClass(), e);
        }
    }
}
