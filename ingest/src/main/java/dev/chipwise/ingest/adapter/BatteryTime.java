package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/** Reads the times of a battery log: ISO 8601 with zone, or numbers since 1970 or the start. */
final class BatteryTime {

    private static final Map<String, Double> MILLIS =
            Map.of("s", 1e3, "ms", 1.0, "us", 1e-3, "ns", 1e-6);

    /** The year 1973 in milliseconds: what is later counts from 1970, what is less from a start. */
    private static final double SINCE_1970_MS = 1e11;

    private final String name;
    private final String unit;

    BatteryTime(BatteryColumn column) {
        name = column.name();
        unit = column.unit();
    }

    /** Milliseconds; without a unit in the name, only a time since 1970 tells its own. */
    double millis(String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value * MILLIS.get(unit.isEmpty() ? unitSince1970(value) : unit);
            }
        } catch (NumberFormatException e) {
            // It may be a date.
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new UnreadableField(
                    name, "must be a number or a time with zone, not '" + Labels.cut(text) + "'");
        }
    }

    /** The moment of a time; null where it only counts from the start of the log. */
    static Instant moment(double millis) {
        if (millis < SINCE_1970_MS) {
            return null;
        }
        long whole = (long) millis;
        return Instant.ofEpochMilli(whole).plusNanos(Math.round((millis - whole) * 1e3) * 1_000);
    }

    private String unitSince1970(double value) {
        if (value < 1e8) {
            throw new UnreadableField(
                    Reason.UNIT_MISMATCH, name, "has no unit; name the column t_s or t_ms");
        }
        return value < 1e11 ? "s" : value < 1e14 ? "ms" : value < 1e17 ? "us" : "ns";
    }
}
