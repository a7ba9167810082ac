package dev.chipwise.schemas.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a topic forgets.
 *
 * @param policy Kafka's {@code cleanup.policy}
 * @param retention how long records are kept by a policy that deletes, or null for ever
 */
public record Cleanup(String policy, Duration retention) {

    /**
     * How long a sink may be away and still see every value of a compacted topic, and every
     * tombstone.
     */
    private static final Duration COMPACTION_LAG = Duration.ofDays(7);

    private static final Duration COMPACTED_SEGMENT = Duration.ofDays(1);

    /** Nothing. */
    public static Cleanup never() {
        return new Cleanup("delete", null);
    }

    /** What is older than this. */
    public static Cleanup deleteAfter(Duration retention) {
        return new Cleanup("delete", retention);
    }

    /** All but the last value of a key. */
    public static Cleanup compact() {
        return new Cleanup("compact", null);
    }

    /** All but the last value of a key, and that too once it is older than this. */
    public static Cleanup compactAndDeleteAfter(Duration retention) {
        return new Cleanup("compact,delete", retention);
    }

    Map<String, String> configs() {
        var configs = new TreeMap<String, String>();
        configs.put("cleanup.policy", policy);
        configs.put("retention.ms", retention == null ? "-1" : millis(retention));
        configs.put("retention.bytes", "-1");
        if (policy.contains("compact")) {
            configs.put("min.compaction.lag.ms", millis(COMPACTION_LAG));
            configs.put("delete.retention.ms", millis(COMPACTION_LAG));
            configs.put("segment.ms", millis(COMPACTED_SEGMENT));
        }
        return configs;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
