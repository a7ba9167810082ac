package dev.chipwise.snapshotter.duckdb;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBWritableVector;

/**
 * The types of columns that hold a value, a list or a map. Null is NULL, and so is an empty map.
 */
enum ColumnKind implements ColumnType {
    TEXT("VARCHAR", "${column}", texts(value -> (String) value)),
    INTEGER(
            "INTEGER",
            "${column}",
            each(DuckDBColumnType.INTEGER, (to, row, value) -> to.setInt(row, (Integer) value))),
    BIGINT(
            "BIGINT",
            "${column}",
            each(DuckDBColumnType.BIGINT, (to, row, value) -> to.setLong(row, (Long) value))),
    DOUBLE(
            "DOUBLE",
            "${column}",
            each(DuckDBColumnType.DOUBLE, (to, row, value) -> to.setDouble(row, (Double) value))),
    BOOLEAN(
            "BOOLEAN",
            "${column}",
            each(
                    DuckDBColumnType.BOOLEAN,
                    (to, row, value) -> to.setBoolean(row, (Boolean) value))),
    UUID_TEXT("UUID", "${column}::UUID", texts(value -> (String) value)),
    TIME(
            "TIMESTAMP",
            "make_timestamp(${column})",
            each(
                    DuckDBColumnType.BIGINT,
                    (to, row, value) -> to.setLong(row, micros((Instant) value)))),
    // There is no vector of bytes to fill.
    BYTES(
            "BLOB",
            "from_base64(${column})",
            utf8(value -> Base64.getEncoder().encode((byte[]) value))),
    // Nor one of lists or maps; and an appender takes microseconds for each of them.
    TEXT_MAP("MAP(VARCHAR, VARCHAR)", texts(value -> JsonText.of((Map<?, ?>) value))),
    DOUBLE_MAP("MAP(VARCHAR, DOUBLE)", texts(value -> JsonText.of((Map<?, ?>) value))),
    TEXTS("VARCHAR[]", texts(value -> JsonText.of((List<?>) value))),
    INTEGERS("INTEGER[]", texts(value -> JsonText.of((int[]) value))),
    DOUBLES("DOUBLE[]", texts(value -> JsonText.of((double[]) value))),
    /** Doubles of which some are null. */
    SPARSE_DOUBLES("DOUBLE[]", texts(value -> JsonText.of((List<?>) value)));

    /** Fills the first rows of a vector. */
    private interface Filling {

        void fill(DuckDBWritableVector to, Object[] values) throws SQLException;
    }

    /** Sets one value that is not null. */
    private interface Setting {

        void set(DuckDBWritableVector to, int row, Object value) throws SQLException;
    }

    private record Carrier(DuckDBColumnType type, Filling filling) {}

    private static final long MICROS_PER_SECOND = 1_000_000L;
    private static final long NANOS_PER_MICRO = 1_000L;

    private final String sql;
    private final String expression;
    private final Carrier carrier;

    ColumnKind(String sql, String expression, Carrier carrier) {
        this.sql = sql;
        this.expression = expression;
        this.carrier = carrier;
    }

    /** A type that is carried as JSON. */
    ColumnKind(String sql, Carrier carrier) {
        this(sql, "${column}::JSON::" + sql, carrier);
    }

    @Override
    public String sql() {
        return sql;
    }

    @Override
    public DuckDBColumnType carried() {
        return carrier.type();
    }

    @Override
    public void fill(DuckDBWritableVector to, Object[] values) throws SQLException {
        carrier.filling().fill(to, values);
    }

    @Override
    public String expression(String name) {
        return expression.replace("${column}", '"' + name + '"');
    }

    private static Carrier each(DuckDBColumnType type, Setting setting) {
        return new Carrier(
                type,
                (to, values) -> {
                    for (int row = 0; row < values.length; row++) {
                        if (values[row] == null) {
                            to.setNull(row);
                        } else {
                            setting.set(to, row, values[row]);
                        }
                    }
                });
    }

    private static Carrier texts(Function<Object, String> text) {
        return utf8(
                value -> {
                    var written = text.apply(value);
                    return written == null ? null : written.getBytes(StandardCharsets.UTF_8);
                });
    }

    /** Texts are handed over all at once: one by one, each would cost a call into native code. */
    private static Carrier utf8(Function<Object, byte[]> bytes) {
        return new Carrier(
                DuckDBColumnType.VARCHAR,
                (to, values) -> {
                    var texts = new byte[values.length][];
                    for (int row = 0; row < values.length; row++) {
                        texts[row] = values[row] == null ? null : bytes.apply(values[row]);
                    }
                    to.setStringUtf8Batch(0, texts);
                });
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * MICROS_PER_SECOND + time.getNano() / NANOS_PER_MICRO;
    }
}
