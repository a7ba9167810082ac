package dev.chipwise.deploy.bench.duckdb;

import dev.chipwise.deploy.bench.Figure;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Trial;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.LongSupplier;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * How fast DuckDB's own appender takes the rows of a store's benchmark results, with nothing
 * checked, indexed or kept beside them; what is nested is text.
 */
public final class AppenderSpeed implements Trial {

    public static final Figure FIGURE = Figure.ceiling("DuckDB appender, benchmark rows alone");

    private final Path store;
    private final Path file;
    private final LongSupplier nanos;

    /**
     * @param store a closed store that has the rows
     * @param file a database that is not there yet
     */
    public AppenderSpeed(Path store, Path file, LongSupplier nanos) {
        this.store = store;
        this.file = file;
        this.nanos = nanos;
    }

    @Override
    public void measure(Observations observations) {
        try {
            append(rows(), observations);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot append the rows of " + store, e);
        }
    }

    /** Rows as the appender takes them. */
    private record Rows(String columns, List<Object[]> values) {}

    private Rows rows() throws SQLException {
        var settings = new Properties();
        settings.setProperty("duckdb.read_only", "true");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + store, settings);
                var statement = connection.createStatement();
                var found = statement.executeQuery(Sql.statement("select_rows"))) {
            var columns = new ArrayList<String>();
            int width = found.getMetaData().getColumnCount();
            for (int i = 1; i <= width; i++) {
                var type = found.getMetaData().getColumnTypeName(i);
                columns.add("column" + i + " " + plainType(type));
            }
            var values = new ArrayList<Object[]>();
            while (found.next()) {
                values.add(row(found, width));
            }
            return new Rows(String.join(", ", columns), values);
        }
    }

    private static String plainType(String type) {
        return switch (type) {
            case "DOUBLE", "INTEGER", "BIGINT", "BOOLEAN", "TIMESTAMP" -> type;
            default -> "VARCHAR";
        };
    }

    private static Object[] row(ResultSet found, int width) throws SQLException {
        var row = new Object[width];
        for (int i = 0; i < width; i++) {
            var value = found.getObject(i + 1);
            row[i] =
                    value instanceof Timestamp
                            ? found.getObject(i + 1, LocalDateTime.class)
                            : value;
        }
        return row;
    }

    private void append(Rows rows, Observations observations) throws SQLException {
        try (var connection =
                        (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file);
                var statement = connection.createStatement()) {
            statement.execute(
                    Sql.statement("create_appended").replace("${columns}", rows.columns()));
            long start = nanos.getAsLong();
            try (var appender = connection.createAppender("appended")) {
                for (var row : rows.values()) {
                    append(row, appender);
                }
                appender.flush();
            }
            observations.addRate(FIGURE, rows.values().size(), nanos.getAsLong() - start);
        }
    }

    private static void append(Object[] row, DuckDBAppender appender) throws SQLException {
        appender.beginRow();
        for (var value : row) {
            if (value == null) {
                appender.appendNull();
            } else if (value instanceof Double number) {
                appender.append(number.doubleValue());
            } else if (value instanceof Integer number) {
                appender.append(number.intValue());
            } else if (value instanceof Long number) {
                appender.append(number.longValue());
            } else if (value instanceof Boolean truth) {
                appender.append(truth.booleanValue());
            } else if (value instanceof LocalDateTime time) {
                appender.append(time);
            } else {
                appender.append(value.toString());
            }
        }
        appender.endRow();
    }
}
