package dev.chipwise.schemas.kafka;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * How one topic of a cluster compares with what it should be.
 *
 * @param partitions what the cluster has, 0 when the topic is missing
 * @param differences by name of the setting: what it should be and what it is
 */
public record TopicPlan(
        Topic<?, ?> topic, Status status, int partitions, Map<String, Difference> differences) {

    /** What has to be done. */
    public enum Status {
        MISSING,
        /** Some setting is another. */
        DIFFERENT,
        /** The partition count is another, which cannot be put right: models would move. */
        UNFIT,
        OK
    }

    /** A setting that is not as it should be. */
    public record Difference(String wanted, String actual) {

        @Override
        public String toString() {
            return actual + " instead of " + wanted;
        }
    }

    public TopicPlan {
        differences = new TreeMap<>(differences);
    }

    /** Compares with what a cluster says; null when it knows no such topic. */
    static TopicPlan compare(
            Topic<?, ?> topic, TopicDescription description, Config config, Layout layout) {
        if (description == null) {
            return new TopicPlan(topic, Status.MISSING, 0, Map.of());
        }
        int partitions = description.partitions().size();
        var differences = differences(topic.configs(layout), config);
        if (partitions != layout.partitions()) {
            differences.put(
                    "partitions", new Difference(layout.partitions() + "", partitions + ""));
            return new TopicPlan(topic, Status.UNFIT, partitions, differences);
        }
        return new TopicPlan(
                topic,
                differences.isEmpty() ? Status.OK : Status.DIFFERENT,
                partitions,
                differences);
    }

    /** What is wrong and what to do, in one line for people. */
    public String advice() {
        return switch (status) {
            case MISSING -> topic.fullName() + " is missing; run 'chipwise topics apply'";
            case DIFFERENT ->
                    topic.fullName()
                            + " differs in "
                            + differences
                            + "; run 'chipwise topics apply'";
            case UNFIT ->
                    topic.fullName()
                            + " has "
                            + partitions
                            + " partitions, not "
                            + differences.get("partitions").wanted()
                            + "; all topics need the same count, so give it with --partitions or use another --topic-prefix";
            case OK -> topic.fullName() + " is as it should be";
        };
    }

    private static Map<String, Difference> differences(Map<String, String> configs, Config config) {
        var differences = new TreeMap<String, Difference>();
        configs.forEach(
                (name, wanted) -> {
                    var entry = config.get(name);
                    var actual = entry == null ? null : entry.value();
                    if (!wanted.equals(actual)) {
                        differences.put(name, new Difference(wanted, actual));
                    }
                });
        return differences;
    }
}
