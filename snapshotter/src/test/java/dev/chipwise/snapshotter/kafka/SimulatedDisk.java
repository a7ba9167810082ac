package dev.chipwise.snapshotter.kafka;

import dev.chipwise.snapshotter.store.Contents;
import dev.chipwise.snapshotter.store.Progress;
import dev.chipwise.snapshotter.store.ResultStore;

/** What outlives a process: the store's file, which can fail. */
interface SimulatedDisk {

    /** How writes go wrong. */
    enum Fault {
        NONE,
        /** No space until somebody makes some. */
        FULL,
        /** The next write fails, and nothing of it is there. */
        WRITE_FAILS,
        /** The next write is committed, but whoever wrote is told that it failed. */
        ANSWER_LOST
    }

    /** Opens it for a process, which owns it from now on. */
    ResultStore open(SimulatedProcess process);

    /** The process that had this opened is gone; null when it never came so far. */
    void drop(ResultStore store);

    void inject(Fault fault);

    /**
     * Whether this process opened it last and knows all that is in it: only such a one may write.
     */
    boolean isCurrent(SimulatedProcess process);

    /** Whether whoever opens it stays current while another one stands in the middle of a write. */
    boolean admitsOthers();

    /** How far it is filled. */
    Progress progress();

    /** What is there, whoever owns it. */
    Contents contents();
}
