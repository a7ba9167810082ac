package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.CompatibilitySnapshot.Entry;
import dev.chipwise.snapshotter.store.LatestRow;
import java.util.List;

/** {@code compatibility_snapshots} and {@code snapshot_log}. */
final class SnapshotTables {

    private SnapshotTables() {}

    static LatestTable<CompatibilitySnapshot> table() {
        var codec = Codecs.compatibilitySnapshot();
        var table =
                new Columns<LatestRow<CompatibilitySnapshot>>()
                        .with(LatestColumns.version(), row -> row)
                        .with(head(), LatestRow::value)
                        .structs("listing", entry(), row -> row.value().entries())
                        .with(LatestColumns.whole(codec), row -> row)
                        .with(LatestColumns.place(), row -> row)
                        .of("compatibility_snapshots");
        return new LatestTable<>(CompatibilitySnapshot.class, codec, table, List.of(log()));
    }

    private static List<Column<CompatibilitySnapshot>> head() {
        return new Columns<CompatibilitySnapshot>()
                .bigint("revision", CompatibilitySnapshot::revision)
                .text("content_hash", CompatibilitySnapshot::contentHash)
                .time("as_of", CompatibilitySnapshot::asOf)
                .integer("entries", snapshot -> snapshot.entries().size())
                .list();
    }

    private static Table<LatestRow<CompatibilitySnapshot>> log() {
        return new Columns<LatestRow<CompatibilitySnapshot>>()
                .with(LatestColumns.version(), row -> row)
                .with(head(), LatestRow::value)
                .with(LatestColumns.whole(Codecs.compatibilitySnapshot()), row -> row)
                .with(LatestColumns.history(), row -> row)
                .of("snapshot_log");
    }

    private static List<Column<Entry>> entry() {
        return new Columns<Entry>()
                .text("workload", entry -> entry.workload().id())
                .text("task", entry -> entry.workload().task())
                .text("test_case", entry -> entry.workload().testCase())
                .with(SubjectColumns.hardware(), Entry::hardware)
                .text("state", entry -> entry.state().wireName())
                .text("level", entry -> entry.level().wireName())
                .number("compatibility_score", Entry::compatibility)
                .number("suitability_score", Entry::suitability)
                .with(SubjectColumns.configuration(), Entry::configuration)
                .number("memory_requirement_mb", Entry::memoryRequirementMb)
                .text("evidence", entry -> entry.evidence().wireName())
                .text("grade", entry -> entry.grade().wireName())
                .integer("runs", Entry::runs)
                .time("newest", Entry::newest)
                .list();
    }
}
