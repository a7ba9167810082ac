package dev.chipwise.snapshotter.kafka;

/**
 * The steps and stores of the topology. Stores keep their state by name: a renamed store starts
 * empty.
 */
final class Names {

    static final String READ_SCORES = "read-scores";
    static final String READ_SUMMARIES = "read-cell-summaries";
    static final String READ_VERSIONS = "read-model-versions";
    static final String KEEP_SCORES = "keep-scores";
    static final String KEEP_SUMMARIES = "keep-cell-summaries";
    static final String KEEP_VERSIONS = "keep-model-versions";
    static final String SNAPSHOT = "snapshot-versions";
    static final String WRITE_SNAPSHOTS = "write-snapshots";
    static final String WRITE_CHANGES = "write-changes";

    static final String ENTRIES = "entries";
    static final String SUMMARIES = "summaries";
    static final String VERSIONS = "versions";
    static final String CHILDREN = "children";
    static final String DIRTY = "dirty";
    static final String TO_COMPARE = "to-compare";
    static final String SNAPSHOTS = "snapshots";
    static final String VERDICTS = "verdicts";

    private Names() {}
}
