package dev.chipwise.snapshotter.kafka;

import dev.chipwise.snapshotter.duckdb.SharedDatabase;
import dev.chipwise.snapshotter.duckdb.WriteStep;
import dev.chipwise.snapshotter.store.Contents;
import dev.chipwise.snapshotter.store.Progress;
import dev.chipwise.snapshotter.store.ResultStore;
import dev.chipwise.snapshotter.store.StoreException;
import java.util.HashMap;
import java.util.Map;

/** The real store: processes stand still, die and fail at the named steps of its writes. */
final class DuckDbDisk implements SimulatedDisk {

    private final Simulation world;
    private final SharedDatabase database;
    private final Map<SimulatedProcess, ResultStore> stores = new HashMap<>();
    private Fault fault = Fault.NONE;

    /** As last read, until something may have changed it: asking is dear. */
    private Progress known;

    DuckDbDisk(Simulation world, SharedDatabase database) {
        this.world = world;
        this.database = database;
        database.empty();
    }

    @Override
    public ResultStore open(SimulatedProcess process) {
        var store = database.open(step -> reached(step, process));
        known = null;
        stores.put(process, store);
        world.trace(process + " owns the store");
        return store;
    }

    private void reached(WriteStep step, SimulatedProcess process) {
        known = step == WriteStep.COMMITTED || !process.isAssigned() ? null : known;
        if (!process.isAssigned()) {
            // A file cannot be opened twice, so nobody else starts its lanes at the same time.
            return;
        }
        if (step == WriteStep.FENCED) {
            world.fenced(process);
        } else if (step == WriteStep.COMMITTED) {
            world.committed();
        }
        process.pause(step.name());
        if (step == WriteStep.COMMITTED ? fault == Fault.ANSWER_LOST : failsBefore(step)) {
            world.count("write fails: " + fault + " at " + step);
            fault = fault == Fault.FULL ? fault : Fault.NONE;
            // Whoever fails opens it again, and owns it then.
            known = null;
            throw new StoreException("the disk fails at " + step);
        }
    }

    private boolean failsBefore(WriteStep step) {
        return fault == Fault.FULL && step == WriteStep.APPENDING
                || fault == Fault.WRITE_FAILS && step == WriteStep.BEFORE_COMMIT;
    }

    @Override
    public void drop(ResultStore store) {
        known = null;
        if (store != null) {
            store.close();
        }
    }

    @Override
    public void inject(Fault next) {
        fault = next;
    }

    @Override
    public boolean isCurrent(SimulatedProcess process) {
        var store = stores.get(process);
        return store != null && store.progress().equals(progress());
    }

    /** Who has passed the fence may still commit, and then whoever came in has to begin again. */
    @Override
    public boolean admitsOthers() {
        return false;
    }

    @Override
    public Progress progress() {
        known = known == null ? contents().progress() : known;
        return known;
    }

    @Override
    public Contents contents() {
        return database.contents();
    }
}
