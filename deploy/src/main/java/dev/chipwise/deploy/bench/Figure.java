package dev.chipwise.deploy.bench;

import java.util.List;
import java.util.Locale;

/**
 * One row of the table.
 *
 * @param name what is measured, in words
 * @param ceilings rows of {@link Kind#CEILING} that this one cannot be faster than
 */
public record Figure(Kind kind, String name, Unit unit, List<Figure> ceilings) {

    /** What a row says. */
    public enum Kind {
        /** What one part can do when it does nothing else. */
        CEILING,
        /** What the whole does. */
        PIPELINE,
        /** How old an answer is. */
        FRESHNESS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a row counts. */
    public enum Unit {
        EVENTS_PER_SECOND("events/s"),
        MICROSECONDS_PER_EVENT("µs/event"),
        MILLISECONDS("ms");

        private final String text;

        Unit(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    public Figure {
        ceilings = List.copyOf(ceilings);
    }

    public static Figure ceiling(String name) {
        return new Figure(Kind.CEILING, name, Unit.EVENTS_PER_SECOND, List.of());
    }

    public static Figure pipeline(String name, Figure... ceilings) {
        return new Figure(Kind.PIPELINE, name, Unit.EVENTS_PER_SECOND, List.of(ceilings));
    }

    /** What one event costs the whole. */
    public static Figure cost(String name) {
        return new Figure(Kind.PIPELINE, name, Unit.MICROSECONDS_PER_EVENT, List.of());
    }

    public static Figure freshness(String name) {
        return new Figure(Kind.FRESHNESS, name, Unit.MILLISECONDS, List.of());
    }
}
