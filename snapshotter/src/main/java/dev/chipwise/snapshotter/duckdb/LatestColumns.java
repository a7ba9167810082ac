package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.avro.Codec;
import dev.chipwise.schemas.domain.Key;
import dev.chipwise.snapshotter.store.LatestRow;
import java.util.List;

/** The columns that tables of latest values share. */
final class LatestColumns {

    private static final int MODEL = 0;
    private static final int VERSION = 1;
    private static final int WORKLOAD = 2;
    private static final int HARDWARE = 3;

    private LatestColumns() {}

    static List<Column<LatestRow<?>>> version() {
        return new Columns<LatestRow<?>>()
                .text("topic_key", LatestRow::key)
                .text("model", row -> keyPart(row, MODEL))
                .text("version", row -> keyPart(row, VERSION))
                .list();
    }

    static List<Column<LatestRow<?>>> board() {
        return new Columns<LatestRow<?>>()
                .with(version(), row -> row)
                .text("workload", row -> keyPart(row, WORKLOAD))
                .list();
    }

    static List<Column<LatestRow<?>>> boardAndHardware() {
        return new Columns<LatestRow<?>>()
                .with(board(), row -> row)
                .text("hardware_id", row -> keyPart(row, HARDWARE))
                .list();
    }

    static <T extends Record> List<Column<LatestRow<T>>> whole(Codec<T> codec) {
        return new Columns<LatestRow<T>>()
                .bytes("record", row -> row.isGone() ? null : codec.encode(row.value()))
                .list();
    }

    static List<Column<LatestRow<?>>> place() {
        return new Columns<LatestRow<?>>()
                .integer("partition", LatestRow::partition)
                .bigint("offset", LatestRow::offset)
                .time("recorded_at", LatestRow::recordedAt)
                .bigint("batch", LatestRow::batch)
                .list();
    }

    static List<Column<LatestRow<?>>> history() {
        return new Columns<LatestRow<?>>()
                .flag("gone", LatestRow::isGone)
                .with(place(), row -> row)
                .list();
    }

    private static String keyPart(LatestRow<?> row, int position) {
        return Key.part(row.key(), position);
    }
}
