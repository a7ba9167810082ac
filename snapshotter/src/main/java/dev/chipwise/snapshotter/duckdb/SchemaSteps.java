package dev.chipwise.snapshotter.duckdb;

import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/** Brings a file to the newest schema: numbered files that each run once, in order. */
final class SchemaSteps {

    private static final String DIRECTORY = "schema/";

    private final List<String> names =
            Sql.text(DIRECTORY + "steps.txt").lines().filter(line -> !line.isBlank()).toList();
    private final List<String> texts =
            names.stream().map(name -> Sql.text(DIRECTORY + name)).toList();

    List<String> names() {
        return names;
    }

    /** Runs what has not run yet, all of it or nothing; never within a batch. */
    void apply(DuckDbFile file) throws SQLException {
        file.execute(Sql.statement("create_steps"));
        var done =
                new TreeSet<>(file.query(Sql.statement("select_steps"), row -> row.text("step")));
        done.removeAll(names);
        if (!done.isEmpty()) {
            throw new SQLException(
                    "the file has schema steps that this program does not know: "
                            + done
                            + "; open it with the newer program that wrote them");
        }
        var applied = file.query(Sql.statement("select_steps"), row -> row.text("step"));
        if (applied.size() < names.size()) {
            file.begin();
            for (int i = 0; i < names.size(); i++) {
                if (!applied.contains(names.get(i))) {
                    file.execute(texts.get(i));
                    file.update(Sql.statement("insert_step"), names.get(i));
                }
            }
            file.commit();
            file.execute(Sql.statement("checkpoint"));
        }
    }
}
