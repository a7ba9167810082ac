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
        /** What the whole does, and what that costs. */
        PIPELINE,
        /** How old an answer is. */
        FRESHNESS,
        /** How long a stage that was stopped is away. */
        RESTART,
        /** What changes with the number of cells. */
        GROWTH,
        /** What the HTTP gateway takes, how soon it answers, and what that costs. */
        GATEWAY,
        /** The older system's way to the same answer, next to ours. */
        RECOMPUTE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a row counts, and whether more of it is better. */
    public enum Unit {
        EVENTS_PER_SECOND("events/s", true),
        MICROSECONDS_PER_EVENT("µs/event", false),
        BYTES_PER_EVENT("bytes/event", false),
        BYTES_PER_CELL("bytes/cell", false),
        EVENTS_PER_BOARD("events/board", true),
        MILLISECONDS("ms", false),
        SECONDS("s", false),
        MEGABYTES("MB", false),
        PERCENT("%", false),
        EXPONENT("exponent", false);

        private final String text;
        private final boolean moreIsBetter;

        Unit(String text, boolean moreIsBetter) {
            this.text = text;
            this.moreIsBetter = moreIsBetter;
        }

        String text() {
            return text;
        }

        boolean moreIsBetter() {
            return moreIsBetter;
        }
    }

    public Figure {
        ceilings = List.copyOf(ceilings);
    }

    public static Figure of(Kind kind, String name, Unit unit) {
        return new Figure(kind, name, unit, List.of());
    }

    public static Figure ceiling(String name) {
        return of(Kind.CEILING, name, Unit.EVENTS_PER_SECOND);
    }

    public static Figure pipeline(String name, Figure... ceilings) {
        return new Figure(Kind.PIPELINE, name, Unit.EVENTS_PER_SECOND, List.of(ceilings));
    }

    public static Figure freshness(String name) {
        return of(Kind.FRESHNESS, name, Unit.MILLISECONDS);
    }
}
