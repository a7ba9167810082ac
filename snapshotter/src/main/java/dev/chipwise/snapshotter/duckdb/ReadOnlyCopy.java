package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.snapshotter.store.Contents;
import dev.chipwise.snapshotter.store.Queries;
import dev.chipwise.snapshotter.store.SqlResult;
import dev.chipwise.snapshotter.store.StoreException;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Blob;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * A database file opened so that nothing can be changed: no writes, no files, no network, no
 * settings. The place for people's own SQL. For one thread.
 */
public final class ReadOnlyCopy implements AutoCloseable {

    private final DuckDBConnection connection;
    private final Tables tables;

    private ReadOnlyCopy(DuckDBConnection connection, Catalog catalog) {
        this.connection = connection;
        this.tables = new Tables(catalog);
    }

    public static ReadOnlyCopy open(Path path, DuckDbSettings settings, Catalog catalog) {
        var properties = new Properties();
        properties.setProperty("duckdb.read_only", "true");
        properties.setProperty("memory_limit", settings.memoryLimit());
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("jdbc_stream_results", "true");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("enable_external_access", "false");
        properties.setProperty("lock_configuration", "true");
        try {
            var connection = DriverManager.getConnection("jdbc:duckdb:" + path, properties);
            return new ReadOnlyCopy((DuckDBConnection) connection, catalog);
        } catch (SQLException e) {
            throw new StoreException(OpenAdvice.about(path.toString(), e), e);
        }
    }

    /**
     * The answer to any statement.
     *
     * @throws SqlRefused when DuckDB does not answer: a mistake in the statement, something
     *     forbidden, or too long
     */
    public SqlResult query(String sql, int mostRows, Duration timeout) {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout((int) Math.max(1, timeout.toSeconds()));
            if (!statement.execute(sql)) {
                return new SqlResult(List.of(), List.of(), false);
            }
            try (var rows = statement.getResultSet()) {
                return read(rows, mostRows);
            }
        } catch (SQLException e) {
            throw new SqlRefused(e.getMessage(), e);
        }
    }

    private static SqlResult read(ResultSet rows, int mostRows) throws SQLException {
        var description = rows.getMetaData();
        var columns = new ArrayList<String>();
        for (int i = 1; i <= description.getColumnCount(); i++) {
            columns.add(description.getColumnLabel(i));
        }
        var read = new ArrayList<List<Object>>();
        boolean more = rows.next();
        while (more && read.size() < mostRows) {
            var row = new ArrayList<>(columns.size());
            for (int i = 1; i <= columns.size(); i++) {
                row.add(plain(rows, i));
            }
            read.add(row);
            more = rows.next();
        }
        return new SqlResult(columns, read, more);
    }

    private static Object plain(ResultSet rows, int column) throws SQLException {
        var value = rows.getObject(column);
        if (value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Map) {
            return value;
        }
        if (value instanceof Array list) {
            return Arrays.asList((Object[]) list.getArray());
        }
        if (value instanceof Blob bytes) {
            return HexFormat.of().formatHex(bytes.getBytes(1, Math.toIntExact(bytes.length())));
        }
        return value instanceof Timestamp
                ? rows.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC)
                : value.toString();
    }

    /** The named questions to a file; closing them closes it. */
    public static Queries queries(Path path, DuckDbSettings settings, Catalog catalog) {
        var copy = open(path, settings, catalog);
        return new DuckDbQueries(DuckDbFile.over(copy.connection), copy.tables);
    }

    /** The named questions, answered from this copy. */
    public Queries queries() {
        try {
            return new DuckDbQueries(DuckDbFile.over(connection.duplicate()), tables);
        } catch (SQLException e) {
            throw new StoreException("cannot open another connection to the copy", e);
        }
    }

    /** Everything in it, to verify. */
    public Contents contents() {
        return new DuckDbContents(DuckDbFile.over(connection), tables);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("cannot close the copy", e);
        }
    }
}
