package dev.chipwise.snapshotter.duckdb;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.samples.Samples;
import dev.chipwise.snapshotter.store.Arrival;
import dev.chipwise.snapshotter.store.Batch;
import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.LaneProgress;
import dev.chipwise.snapshotter.store.ResultStore;
import dev.chipwise.snapshotter.store.Slice;
import dev.chipwise.snapshotter.store.Stored;
import dev.chipwise.snapshotter.store.Traffic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that writes batches and stops dead at a named step of the last one. */
final class CrashingWriter {

    static final int EXIT = 7;
    static final int BATCHES = 3;

    /** More than a chunk holds, so that rows are on their way to the table when it stops. */
    static final int ROWS = 2_048 + 500;

    static final Lane LANE = Traffic.lane("benchmark.result.v1", 0);

    private CrashingWriter() {}

    /**
     * @param arguments the file, the step, and which time the step is reached in the last batch
     */
    public static void main(String[] arguments) {
        var step = WriteStep.valueOf(arguments[1]);
        var countdown = new Countdown(step, Integer.parseInt(arguments[2]));
        var store =
                DuckDbStore.open(
                        Path.of(arguments[0]),
                        DuckDbSettings.DEFAULT,
                        Catalog.shipped(),
                        countdown);
        store.start(List.of(LaneProgress.starting(LANE, 0)));
        for (int batch = 0; batch < BATCHES; batch++) {
            countdown.armed = batch == BATCHES - 1;
            write(store, batch);
        }
    }

    static void write(ResultStore store, int batch) {
        long from = (long) batch * ROWS;
        var arrivals = new ArrayList<Arrival>();
        for (long offset = from; offset < from + ROWS; offset++) {
            var event = Samples.benchmark((int) offset);
            arrivals.add(new Arrival(offset, Samples.RECORDED_AT, new Stored.Accepted(event)));
        }
        store.write(new Batch(List.of(new Slice(LANE, from, from + ROWS, 1, arrivals))));
    }

    /** Stops the process the n-th time that a step is reached. */
    private static final class Countdown implements WriteStep.Observer {

        private final WriteStep step;
        private int left;
        private boolean armed;

        Countdown(WriteStep step, int left) {
            this.step = step;
            this.left = left;
        }

        @Override
        public void reached(WriteStep reached) {
            if (armed && reached == step && --left == 0) {
                Runtime.getRuntime().halt(EXIT);
            }
        }
    }
}
