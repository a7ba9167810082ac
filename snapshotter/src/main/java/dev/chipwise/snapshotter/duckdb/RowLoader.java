package dev.chipwise.snapshotter.duckdb;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * Hands rows to statements, column by column: several times as fast as an appender, and a statement
 * tells how many arrived. A statement names its rows <code>${rows}</code>. For one thread.
 */
final class RowLoader implements AutoCloseable {

    private static final AtomicLong LOADERS = new AtomicLong();
    private static final String ROWS = Sql.statement("select_rows");
    private static final String INSERT = Sql.statement("insert_rows");

    private final DuckDBConnection connection;
    private final Runnable handedOver;

    /**
     * Functions belong to the database, which other connections share: every loader has its own.
     */
    private final String function = "rows_of_loader_" + LOADERS.incrementAndGet();

    private final Map<String, PreparedStatement> inserts = new HashMap<>();
    private boolean registered;
    private Rows<?> rows;

    /**
     * @param handedOver told when DuckDB has all rows of a statement, before it ends
     */
    RowLoader(DuckDBConnection connection, Runnable handedOver) {
        this.connection = connection;
        this.handedOver = handedOver;
    }

    /** Runs a statement while it can ask for these rows. */
    <R> long giving(Table<R> shape, List<? extends R> of, Giving giving) throws SQLException {
        if (!registered) {
            register();
        }
        rows = new Rows<>(shape.columns(), of);
        try {
            return giving.run();
        } finally {
            rows = null;
        }
    }

    /** What runs while rows can be asked for. */
    interface Giving {

        long run() throws SQLException;
    }

    /** Inserts rows; returns how many DuckDB says it took. */
    <R> long insert(String target, Table<R> shape, List<? extends R> of) throws SQLException {
        return giving(shape, of, () -> insert(target, shape).executeUpdate());
    }

    /** The statement with its rows in it. */
    String complete(String sql, Table<?> shape) {
        var columns =
                shape.columns().stream().map(RowLoader::named).collect(Collectors.joining(", "));
        return sql.replace(
                "${rows}", ROWS.replace("${columns}", columns).replace("${function}", function));
    }

    private static String named(Column<?> column) {
        return column.type().expression(column.name()) + " AS \"" + column.name() + '"';
    }

    private PreparedStatement insert(String target, Table<?> shape) throws SQLException {
        var statement = inserts.get(target);
        if (statement == null) {
            var sql = complete(INSERT.replace("${table}", target), shape);
            statement = connection.prepareStatement(sql);
            inserts.put(target, statement);
        }
        return statement;
    }

    private void register() throws SQLException {
        try (var builder = DuckDBFunctions.tableFunction()) {
            builder.withName(function).withFunction(new Handover()).register(connection);
        }
        registered = true;
    }

    /** Rows on their way into a table. */
    private record Rows<R>(List<Column<R>> columns, List<? extends R> of) {

        int write(DuckDBDataChunkWriter chunk, int from) throws SQLException {
            int count = (int) Math.min(chunk.capacity(), of.size() - (long) from);
            var values = new Object[count];
            for (int c = 0; c < columns.size() && count > 0; c++) {
                var column = columns.get(c);
                for (int row = 0; row < count; row++) {
                    values[row] = column.value().apply(of.get(from + row));
                }
                column.type().fill(chunk.vector(c), values);
            }
            return count;
        }
    }

    /** Where a statement stands in its rows. */
    private static final class Cursor {

        private int next;
    }

    /** Says what the rows of the moment look like, and hands them over in chunks. */
    private final class Handover implements DuckDBTableFunction<String, Cursor, Object> {

        @Override
        public String bind(DuckDBTableFunctionBindInfo result) {
            for (var column : rows.columns()) {
                result.addResultColumn(column.name(), column.type().carried());
            }
            result.setCardinality(rows.of().size(), true);
            return function;
        }

        @Override
        public Cursor init(DuckDBTableFunctionInitInfo use) {
            use.setMaxThreads(1);
            return new Cursor();
        }

        @Override
        public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter chunk)
                throws SQLException {
            Cursor cursor = call.getInitData();
            int count = rows.write(chunk, cursor.next);
            cursor.next += count;
            if (count == 0) {
                handedOver.run();
            }
            return count;
        }
    }

    @Override
    public void close() throws SQLException {
        for (var statement : inserts.values()) {
            statement.close();
        }
    }
}
