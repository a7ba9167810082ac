package dev.chipwise.schemas.domain;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a hardware can run the workload at all, with the evidence.
 *
 * @param score lower 95 % bound of the success rate of the best configuration, 0 to 1
 * @param failureClasses failures by class over all configurations
 * @param evidenceIds event ids of the newest runs behind the state
 */
public record Compatibility(
        State state,
        Level level,
        double score,
        int successes,
        int failures,
        SortedMap<String, Integer> failureClasses,
        List<String> evidenceIds) {

    /** What the newest results say. */
    public enum State implements WireName {
        UNTESTED,
        WORKS,
        /** Works, but less of it on the accelerator than before. */
        DEGRADED,
        /** Sometimes works. */
        FLAKY,
        /** The newest result failed; one more failure confirms it. */
        SUSPECT,
        BROKEN,
        UNSUPPORTED,
        UNRECOGNISED;

        public static State of(String wireName) {
            return WireName.parse(State.class, wireName, UNRECOGNISED);
        }

        /** Whether nobody should be sent to this hardware. */
        public boolean excludes() {
            return this == UNTESTED || this == BROKEN || this == UNSUPPORTED;
        }
    }

    /** The older system's words for how far it works. */
    public enum Level implements WireName {
        FULL,
        PARTIAL,
        LIMITED,
        EXPERIMENTAL,
        NOT_SUPPORTED,
        UNRECOGNISED;

        public static Level of(String wireName) {
            return WireName.parse(Level.class, wireName, UNRECOGNISED);
        }
    }

    public Compatibility {
        failureClasses = new TreeMap<>(failureClasses);
        evidenceIds = List.copyOf(evidenceIds);
    }
}
