package dev.chipwise.schemas.domain;

/**
 * One difference between two versions of a model (or two snapshots) on one hardware.
 *
 * @param configuration identity of the configuration, or null when the whole hardware is meant
 * @param metric what differs, or null when it is not a metric
 * @param before value in the metric's unit, or the state before; null when there was none
 * @param relativeChange positive means worse for every metric; null when there is nothing to divide
 * @param pValue of "no worse than the margin", before correction for many cells; null without
 *     statistics
 * @param runsNeeded runs on each side that would decide an inconclusive verdict; 0 otherwise
 * @param evidence in words, what stands behind it
 */
public record CompatibilityChange(
        String model,
        String fromVersion,
        String toVersion,
        Workload workload,
        Hardware hardware,
        Configuration configuration,
        Kind kind,
        String metric,
        String before,
        String after,
        Double relativeChange,
        Double pValue,
        Verdict verdict,
        Severity severity,
        int runsBefore,
        int runsAfter,
        int runsNeeded,
        String evidence) {

    /** What sort of difference. */
    public enum Kind implements WireName {
        ADDED,
        REMOVED,
        BROKE,
        FIXED,
        DEGRADED,
        RESTORED,
        METRIC,
        /** Every cell of this hardware moved together: the environment changed, not the model. */
        ENVIRONMENT,
        UNRECOGNISED;

        public static Kind of(String wireName) {
            return WireName.parse(Kind.class, wireName, UNRECOGNISED);
        }
    }

    /** What can be said about it. */
    public enum Verdict implements WireName {
        REGRESSED,
        IMPROVED,
        EQUIVALENT,
        INCONCLUSIVE,
        /** Not a question of statistics. */
        CERTAIN,
        UNRECOGNISED;

        public static Verdict of(String wireName) {
            return WireName.parse(Verdict.class, wireName, UNRECOGNISED);
        }
    }

    /** How much it matters. */
    public enum Severity implements WireName {
        NONE,
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL,
        UNRECOGNISED;

        public static Severity of(String wireName) {
            return WireName.parse(Severity.class, wireName, UNRECOGNISED);
        }
    }
}
