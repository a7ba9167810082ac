package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Wire;
import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Publishes one result while no scorer runs, and waits for the score that knows of it. */
public final class FirstScore implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Topic<String, SuitabilityScore> scores;
    private final String key;
    private final Instant occurred;
    private final Tail tail;
    private volatile long seen;

    public FirstScore(Cluster cluster, Topics topics, Result result, LongSupplier nanos) {
        scores = topics.suitabilityScore();
        key = result.subject().board().hardwareKey(result.subject().hardware().id());
        occurred = result.envelope().occurredAt();
        tail = Tail.of(cluster, List.of(scores), this::read, nanos);
        try (var feed = new Feed(cluster, topics)) {
            feed.send(Wire.of(result), accepted -> {});
            feed.flush();
        }
    }

    /**
     * Returns when it was seen.
     *
     * @param alive throws when it cannot come any more
     */
    public long await(Runnable alive) throws InterruptedException {
        Awaiting.until("the first score", PATIENCE, () -> tail.records() >= 0 && seen != 0, alive);
        return seen;
    }

    private void read(ConsumerRecord<byte[], byte[]> record, long now) {
        boolean isKey = new String(record.key(), StandardCharsets.UTF_8).equals(key);
        if (seen == 0
                && isKey
                && record.value() != null
                && !Codecs.suitabilityScore().decode(record.value()).newest().isBefore(occurred)) {
            seen = now;
        }
    }

    @Override
    public void close() {
        tail.close();
    }
}
