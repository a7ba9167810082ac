package dev.chipwise.snapshotter.duckdb;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * One connection to an open database file. Transactions are begun and ended by statement. For one
 * thread.
 */
final class DuckDbFile implements AutoCloseable {

    /** Reads one row. */
    interface Reading<T> {

        T read(Row row) throws SQLException;
    }

    private static final String USE = Sql.statement("use_file");
    private static final String BEGIN = Sql.statement("begin");
    private static final String COMMIT = Sql.statement("commit");
    private static final String ROLLBACK = Sql.statement("rollback");

    private final DuckDBConnection connection;
    private final WriteStep.Observer observer;
    private final RowLoader loader;

    private DuckDbFile(DuckDBConnection connection, WriteStep.Observer observer) {
        this.connection = connection;
        this.observer = observer;
        this.loader = new RowLoader(connection, () -> reached(WriteStep.APPENDING));
    }

    /** Opens a file to write, and owns it; creates it when it is not there. */
    static DuckDbFile open(Path path, DuckDbSettings settings, WriteStep.Observer observer)
            throws SQLException {
        var file = new DuckDbFile(connect(settings, path + ".tmp"), observer);
        try {
            file.execute(attachment(path, settings));
            file.execute(USE);
            return file;
        } catch (SQLException e) {
            file.close();
            throw e;
        }
    }

    /** A database that is gone with its connection. */
    static DuckDbFile inMemory(DuckDbSettings settings) throws SQLException {
        var file = new DuckDbFile(connect(settings, ""), WriteStep.Observer.NONE);
        file.execute(Sql.statement("attach_memory"));
        file.execute(USE);
        return file;
    }

    private static DuckDBConnection connect(DuckDbSettings settings, String temporary)
            throws SQLException {
        var properties = new Properties();
        properties.setProperty("memory_limit", settings.memoryLimit());
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("checkpoint_threshold", settings.checkpointThreshold());
        properties.setProperty("temp_directory", temporary);
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
        UnpackedDriver.removeName();
        return connection;
    }

    static String attachment(Path path, DuckDbSettings settings) {
        return Sql.statement("attach_file")
                .replace("${file}", path.toString().replace("'", "''"))
                .replace("${version}", settings.storageVersion());
    }

    /** Another connection to the same open file, for another thread. */
    DuckDbFile duplicate() throws SQLException {
        return duplicate(WriteStep.Observer.NONE);
    }

    /** The same, with somebody watching what it writes. */
    DuckDbFile duplicate(WriteStep.Observer watching) throws SQLException {
        var file = new DuckDbFile(connection.duplicate(), watching);
        file.execute(USE);
        return file;
    }

    /** A connection that somebody else made to a file opened in its own way. */
    static DuckDbFile over(DuckDBConnection connection) {
        return new DuckDbFile(connection, WriteStep.Observer.NONE);
    }

    void begin() throws SQLException {
        execute(BEGIN);
    }

    void commit() throws SQLException {
        execute(COMMIT);
    }

    void rollback() throws SQLException {
        execute(ROLLBACK);
    }

    void reached(WriteStep step) {
        observer.reached(step);
    }

    /** Inserts rows; returns how many DuckDB says it took. */
    <R> long insert(String target, Table<R> shape, List<? extends R> rows) throws SQLException {
        return loader.insert(target, shape, rows);
    }

    /** Runs a statement that changes what these rows say; returns how many rows it touched. */
    <R> long update(String sql, Table<R> shape, List<? extends R> rows, Object... parameters)
            throws SQLException {
        return loader.giving(shape, rows, () -> update(loader.complete(sql, shape), parameters));
    }

    /** Reads what there is of these rows, one by one. */
    <R> void each(
            String sql,
            Table<R> shape,
            List<? extends R> rows,
            Reading<?> reading,
            Object... parameters)
            throws SQLException {
        loader.giving(
                shape,
                rows,
                () -> {
                    each(loader.complete(sql, shape), reading, parameters);
                    return rows.size();
                });
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a statement that changes rows; returns how many it touched. */
    long update(String sql, Object... parameters) throws SQLException {
        try (var statement = prepared(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> query(String sql, Reading<T> reading, Object... parameters) throws SQLException {
        var answers = new ArrayList<T>();
        each(sql, row -> answers.add(reading.read(row)), parameters);
        return answers;
    }

    /** Reads rows one by one, without keeping them. */
    void each(String sql, Reading<?> reading, Object... parameters) throws SQLException {
        try (var statement = prepared(sql, parameters);
                var rows = statement.executeQuery()) {
            var row = new Row(rows);
            while (rows.next()) {
                reading.read(row);
            }
        }
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        // Prepared anew each time: a kept plan would be the one for the empty tables of the start.
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    DuckDBConnection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            loader.close();
        }
    }
}
