package dev.chipwise.snapshotter.store;

import java.util.Set;

/** Which topics leave a row for every fresh record, by name without prefix. */
public final class KeptTopics {

    /** The topics of events that publishers write. */
    public static final Set<String> EVENTS =
            Set.of(
                    "benchmark.result.v1",
                    "battery.result.v1",
                    "model.version.v1",
                    "result.retraction.v1");

    static final String CHANGES = "compatibility.change.v1";

    private static final String REJECTED = "result.rejected.v1";
    private static final String DEAD_LETTERS = ".dlq";

    private KeptTopics() {}

    static boolean keepsRows(String topic) {
        return EVENTS.contains(topic)
                || topic.equals(CHANGES)
                || topic.equals(REJECTED)
                || topic.endsWith(DEAD_LETTERS);
    }
}
