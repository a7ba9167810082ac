package dev.chipwise.deploy.bench.duckdb;

import dev.chipwise.deploy.bench.Figure;
import dev.chipwise.deploy.bench.Figure.Kind;
import dev.chipwise.deploy.bench.Figure.Unit;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.StoredResults;
import dev.chipwise.deploy.bench.Trial;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Result;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.function.LongSupplier;
import org.duckdb.DuckDBConnection;

/**
 * What one more result costs the older system: it is stored, all scores are computed again from all
 * rows, and the hardware of its model is ranked. In memory, so that no disk is measured.
 */
public final class OlderWay implements Trial {

    private static final int NEW_RESULTS = 5;

    private final StoredResults stored;
    private final LongSupplier nanos;

    public OlderWay(StoredResults stored, LongSupplier nanos) {
        this.stored = stored;
        this.nanos = nanos;
    }

    /** The figure at this many stored results. */
    public static Figure figure(StoredResults stored) {
        return Figure.of(
                Kind.RECOMPUTE,
                stored.words() + ": one more, all computed again in SQL",
                Unit.MICROSECONDS_PER_EVENT);
    }

    @Override
    public void measure(Observations observations) {
        try (var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:")) {
            run(connection, "create_results");
            run(connection, "create_scores");
            store(connection, stored.results().iterator());
            run(connection, "recompute_scores");
            var more = stored.more(NEW_RESULTS);
            long start = nanos.getAsLong();
            for (var result : more) {
                insert(connection, result);
                run(connection, "recompute_scores");
                rank(connection, result);
            }
            observations.addCost(figure(stored), NEW_RESULTS, nanos.getAsLong() - start);
        } catch (SQLException e) {
            throw new IllegalStateException("the older way failed", e);
        }
    }

    private static void store(DuckDBConnection connection, Iterator<Result> results)
            throws SQLException {
        try (var appender = connection.createAppender("results")) {
            while (results.hasNext()) {
                var result = results.next();
                appender.beginRow();
                appender.append(result.modelName());
                appender.append(result.subject().hardware().id());
                appender.append(result.subject().configuration().batchSize());
                appender.append(value(result, "throughput_items_per_second"));
                appender.append(value(result, "latency_mean_ms"));
                appender.append(value(result, "memory_peak_mb"));
                appender.endRow();
            }
            appender.flush();
        }
    }

    private static void insert(Connection connection, Result result) throws SQLException {
        try (var insert = connection.prepareStatement(Sql.statement("insert_result"))) {
            insert.setString(1, result.modelName());
            insert.setString(2, result.subject().hardware().id());
            insert.setInt(3, result.subject().configuration().batchSize());
            insert.setDouble(4, value(result, "throughput_items_per_second"));
            insert.setDouble(5, value(result, "latency_mean_ms"));
            insert.setDouble(6, value(result, "memory_peak_mb"));
            insert.execute();
        }
    }

    private static void rank(Connection connection, Result result) throws SQLException {
        try (var rank = connection.prepareStatement(Sql.statement("rank_hardware"))) {
            rank.setString(1, result.modelName());
            try (var ranked = rank.executeQuery()) {
                if (!ranked.next()) {
                    throw new IllegalStateException("the older way ranked no hardware");
                }
            }
        }
    }

    private static void run(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(Sql.statement(name));
        }
    }

    private static double value(Result result, String metric) {
        return result.measurements().stream()
                .filter(measurement -> measurement.metric().equals(metric))
                .mapToDouble(Measurement::value)
                .findFirst()
                .orElseThrow();
    }
}
