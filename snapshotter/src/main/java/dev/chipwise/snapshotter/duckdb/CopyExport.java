package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.snapshotter.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** Writes the tables of a file that nobody writes as Parquet; runs no SQL but its own. */
public final class CopyExport {

    private CopyExport() {}

    /** Writes every table of {@code copy} into {@code target}; returns the files. */
    public static List<Path> toParquet(Path copy, Path target, DuckDbSettings settings) {
        var properties = new Properties();
        properties.setProperty("duckdb.read_only", "true");
        properties.setProperty("memory_limit", settings.memoryLimit());
        properties.setProperty("autoinstall_known_extensions", "false");
        try (var connection =
                (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + copy, properties)) {
            return new ParquetExport(DuckDbFile.over(connection)).to(target);
        } catch (SQLException | IOException e) {
            throw new StoreException("cannot export to " + target + ": " + e.getMessage(), e);
        }
    }
}
