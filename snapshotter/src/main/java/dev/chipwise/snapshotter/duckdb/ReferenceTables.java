package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.snapshotter.store.LatestRow;
import java.util.List;

/** {@code hardware} and {@code scoring_profiles}: what users say beside results. */
final class ReferenceTables {

    private ReferenceTables() {}

    static LatestTable<HardwareProfile> hardware() {
        var codec = Codecs.hardwareProfile();
        var table =
                new Columns<LatestRow<HardwareProfile>>()
                        .text("topic_key", LatestRow::key)
                        .with(described(), row -> row.value().hardware())
                        .text("description", row -> row.value().description())
                        .time("updated_at", row -> row.value().updatedAt())
                        .with(LatestColumns.whole(codec), row -> row)
                        .with(LatestColumns.place(), row -> row)
                        .of("hardware");
        return new LatestTable<>(HardwareProfile.class, codec, table, List.of());
    }

    private static List<Column<Hardware>> described() {
        return new Columns<Hardware>()
                .text("hardware_id", Hardware::id)
                .text("hardware_type", Hardware::type)
                .text("vendor", Hardware::vendor)
                .text("hardware_device", Hardware::device)
                .text("soc", Hardware::soc)
                .text("os", Hardware::os)
                .text("os_version", Hardware::osVersion)
                .text("driver", Hardware::driver)
                .number("memory_mb", Hardware::memoryMb)
                .list();
    }

    static LatestTable<ScoringProfile> profiles() {
        var codec = Codecs.scoringProfile();
        var table =
                new Columns<LatestRow<ScoringProfile>>()
                        .text("topic_key", LatestRow::key)
                        .text("profile", row -> row.value().id())
                        .integer("profile_version", row -> row.value().version())
                        .numberMap("weights", row -> row.value().weights())
                        .numberMap("budgets", row -> row.value().budgets())
                        .with(LatestColumns.whole(codec), row -> row)
                        .with(LatestColumns.place(), row -> row)
                        .of("scoring_profiles");
        return new LatestTable<>(ScoringProfile.class, codec, table, List.of());
    }
}
