package dev.chipwise.schemas.kafka;

import java.nio.file.Path;
import java.time.Duration;

/**
 * One instance of a Streams application.
 *
 * @param instance name that survives a restart and that no other instance has: its state and its
 *     membership are tied to it
 * @param deadLetterTopic full name of the topic for records that cannot be read
 * @param replicationFactor of internal topics; above 1 there is a standby too
 */
public record StreamsApplication(
        String id,
        String instance,
        Path stateDirectory,
        String deadLetterTopic,
        int replicationFactor,
        Duration commitInterval) {

    /** How long a result waits at most for its transaction; shorter than 20 ms gains nothing. */
    public static final Duration DEFAULT_COMMIT_INTERVAL = Duration.ofMillis(50);

    public StreamsApplication {
        if (commitInterval.isNegative() || commitInterval.isZero()) {
            throw new IllegalArgumentException(
                    "the commit interval must be above 0: " + commitInterval);
        }
    }

    /** What holds for our own topics holds for the internal ones too. */
    int minInSyncReplicas() {
        return new Layout(1, replicationFactor).minInSyncReplicas();
    }

    /** The only instance of a stage, on a cluster of one broker. */
    public static StreamsApplication single(Topics topics, String stage, Path stateDirectory) {
        var id = topics.applicationId(stage);
        return new StreamsApplication(
                id,
                stage + "-0",
                stateDirectory,
                topics.dlq(id).fullName(),
                1,
                DEFAULT_COMMIT_INTERVAL);
    }
}
