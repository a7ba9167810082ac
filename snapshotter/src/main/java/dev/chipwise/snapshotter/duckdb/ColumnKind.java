package dev.chipwise.snapshotter.duckdb;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duckdb.DuckDBAppender;

/** How a Java value becomes a value of a DuckDB column; null is NULL, and so is an empty map. */
enum ColumnKind {
    TEXT((to, value) -> to.append((String) value)),
    INTEGER((to, value) -> to.append(((Integer) value).intValue())),
    BIGINT((to, value) -> to.append(((Long) value).longValue())),
    DOUBLE((to, value) -> to.append(((Double) value).doubleValue())),
    BOOLEAN((to, value) -> to.append(((Boolean) value).booleanValue())),
    UUID_TEXT((to, value) -> to.append(UUID.fromString((String) value))),
    TIME((to, value) -> to.appendEpochMicros(micros((Instant) value))),
    BYTES((to, value) -> to.append((byte[]) value)),
    MAP((to, value) -> appendMap(to, (Map<?, ?>) value)),
    TEXTS((to, value) -> to.append((List<?>) value)),
    INTEGERS((to, value) -> to.append((int[]) value)),
    DOUBLES((to, value) -> to.append((double[]) value)),
    /** Doubles of which some are null. */
    SPARSE_DOUBLES((to, value) -> to.append((List<?>) value));

    /** Appends one value that is not null. */
    private interface Appending {

        DuckDBAppender append(DuckDBAppender to, Object value) throws SQLException;
    }

    private static final long MICROS_PER_SECOND = 1_000_000L;
    private static final long NANOS_PER_MICRO = 1_000L;

    private final Appending appending;

    ColumnKind(Appending appending) {
        this.appending = appending;
    }

    void append(DuckDBAppender to, Object value) throws SQLException {
        if (value == null) {
            to.appendNull();
        } else {
            appending.append(to, value);
        }
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * MICROS_PER_SECOND + time.getNano() / NANOS_PER_MICRO;
    }

    private static DuckDBAppender appendMap(DuckDBAppender to, Map<?, ?> map) throws SQLException {
        return map.isEmpty() ? to.appendNull() : to.append(map);
    }
}
