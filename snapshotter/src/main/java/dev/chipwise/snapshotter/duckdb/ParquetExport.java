package dev.chipwise.snapshotter.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes every table of a store as a Parquet file, and every view of what lists in them hold. */
final class ParquetExport {

    private final DuckDbFile file;

    ParquetExport(DuckDbFile file) {
        this.file = file;
    }

    List<Path> to(Path directory) throws SQLException, IOException {
        Files.createDirectories(directory);
        var files = new ArrayList<Path>();
        for (var table : file.query(Sql.statement("select_exported"), row -> row.text("name"))) {
            var target = directory.resolve(table + ".parquet");
            file.execute(
                    Sql.statement("export_table", table)
                            .replace("${file}", target.toString().replace("'", "''")));
            files.add(target);
        }
        return files;
    }
}
