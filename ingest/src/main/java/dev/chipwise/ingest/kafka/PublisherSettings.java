package dev.chipwise.ingest.kafka;

import java.time.Duration;

/**
 * How a publisher treats a broker.
 *
 * @param patience how long it waits for the broker before it says that it cannot be reached
 * @param mostUnderWay events sent and not yet acknowledged before {@code publish} waits
 * @param givesUp whether one failure is the end, as for an import; who runs for long goes on
 */
public record PublisherSettings(Duration patience, int mostUnderWay, boolean givesUp) {

    public static final PublisherSettings DEFAULT =
            new PublisherSettings(Duration.ofSeconds(20), 10_000);

    /** For an import, which ends when the broker fails. */
    public PublisherSettings(Duration patience, int mostUnderWay) {
        this(patience, mostUnderWay, true);
    }

    public PublisherSettings {
        if (patience.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException(
                    "patience must be at least 100 ms, not " + patience.toMillis());
        }
        if (mostUnderWay < 1) {
            throw new IllegalArgumentException(
                    "mostUnderWay must be at least 1, not " + mostUnderWay);
        }
    }
}
