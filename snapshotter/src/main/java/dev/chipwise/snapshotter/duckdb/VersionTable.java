package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Version;
import dev.chipwise.snapshotter.store.RawRow;
import java.sql.SQLException;
import java.util.Collection;

/** {@code model_versions}. */
final class VersionTable implements RawTable<ModelVersion> {

    private static final Table<RawRow<ModelVersion>> TABLE =
            new Columns<RawRow<ModelVersion>>()
                    .with(EventColumns.head(), row -> row.event().envelope())
                    .text("model", row -> row.event().model().name())
                    .text("version", row -> row.event().version().tag())
                    .text("version_commit", row -> row.event().version().commit())
                    .text("artifact_sha256", row -> row.event().version().artifactSha256())
                    .text("parent_version", row -> row.event().parentTag())
                    .textMap("metadata", row -> row.event().metadata())
                    .with(EventColumns.model(), row -> row.event().model())
                    .with(EventColumns.labels(), row -> row.event().envelope())
                    .with(EventColumns.source(), row -> row.event().envelope())
                    .with(EventColumns.place(), row -> row)
                    .of("model_versions");

    @Override
    public Class<ModelVersion> type() {
        return ModelVersion.class;
    }

    @Override
    public Table<?> table() {
        return TABLE;
    }

    @Override
    public void append(DuckDbFile file, Collection<RawRow<ModelVersion>> rows) throws SQLException {
        TABLE.append(file, rows);
    }

    @Override
    public ModelVersion read(Row row) throws SQLException {
        return new ModelVersion(
                EventColumns.envelope(row),
                EventColumns.model(row),
                new Version(
                        row.text("version"),
                        row.text("version_commit"),
                        row.text("artifact_sha256")),
                row.text("parent_version"),
                row.texts("metadata"));
    }
}
