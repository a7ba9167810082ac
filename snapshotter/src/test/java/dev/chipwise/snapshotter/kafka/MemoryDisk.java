package dev.chipwise.snapshotter.kafka;

import dev.chipwise.snapshotter.store.Batch;
import dev.chipwise.snapshotter.store.BatchOutcome;
import dev.chipwise.snapshotter.store.Contents;
import dev.chipwise.snapshotter.store.FencedException;
import dev.chipwise.snapshotter.store.InMemoryResultStore;
import dev.chipwise.snapshotter.store.LaneProgress;
import dev.chipwise.snapshotter.store.Progress;
import dev.chipwise.snapshotter.store.Queries;
import dev.chipwise.snapshotter.store.ResultStore;
import dev.chipwise.snapshotter.store.StoreException;
import java.util.Collection;

/**
 * The store in memory, outliving the processes that open it, as a file does: each has an epoch of
 * its own and remembers the progress as it last saw it.
 */
class MemoryDisk implements SimulatedDisk {

    private final Simulation world;
    private final InMemoryResultStore kept = new InMemoryResultStore();
    private Fault fault = Fault.NONE;
    private long owner;
    private SimulatedProcess openedLast;

    MemoryDisk(Simulation world) {
        this.world = world;
    }

    @Override
    public ResultStore open(SimulatedProcess process) {
        owner++;
        openedLast = process;
        world.trace(process + " owns the store");
        return new Handle(process, owner);
    }

    @Override
    public void drop(ResultStore store) {}

    @Override
    public void inject(Fault next) {
        fault = next;
    }

    @Override
    public boolean isCurrent(SimulatedProcess process) {
        return process == openedLast;
    }

    @Override
    public boolean admitsOthers() {
        return true;
    }

    @Override
    public Progress progress() {
        return kept.progress();
    }

    @Override
    public Contents contents() {
        return kept.contents();
    }

    /** Whether this epoch may write. */
    boolean owns(long epoch) {
        return epoch == owner;
    }

    BatchOutcome keep(Batch batch) {
        return kept.write(batch);
    }

    /** What is told to somebody whose write failed. */
    BatchOutcome fail(Batch batch, String why) {
        throw new StoreException(why);
    }

    /** The store as one process sees it. */
    private final class Handle implements ResultStore {

        private final SimulatedProcess process;
        private final long epoch;
        private Progress seen = kept.progress();

        Handle(SimulatedProcess process, long epoch) {
            this.process = process;
            this.epoch = epoch;
        }

        @Override
        public Progress progress() {
            return seen;
        }

        @Override
        public void start(Collection<LaneProgress> lanes) {
            process.pause("starts lanes");
            kept.start(lanes);
            seen = kept.progress();
        }

        @Override
        public BatchOutcome write(Batch batch) {
            process.pause("begins to write " + batch.size());
            requireOwnership();
            process.pause("has passed the fence");
            if (fault == Fault.FULL || fault == Fault.WRITE_FAILS) {
                world.count("write fails: " + fault);
                fault = fault == Fault.FULL ? fault : Fault.NONE;
                return fail(batch, "no space left");
            }
            // Nobody else's commit may lie between fence and commit.
            requireOwnership();
            world.fenced(process);
            var outcome = keep(batch);
            world.committed();
            seen = seen.after(batch);
            process.pause("has committed");
            if (fault == Fault.ANSWER_LOST) {
                world.count("write fails: " + fault);
                fault = Fault.NONE;
                throw new StoreException("the answer was lost");
            }
            return outcome;
        }

        private void requireOwnership() {
            if (!owns(epoch)) {
                throw new FencedException("another process owns the store");
            }
        }

        @Override
        public Queries queries() {
            return kept.queries();
        }

        @Override
        public Contents contents() {
            return kept.contents();
        }

        @Override
        public void close() {}
    }
}
