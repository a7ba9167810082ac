package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.avro.UnreadableRecord;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.HardwareProfile;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.RejectedResult;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.Verdict;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.snapshotter.store.Arrival;
import dev.chipwise.snapshotter.store.Stored;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Turns records of every topic into what they mean to a store. Events are judged as the scorer
 * judges them, so both keep the same ones; bad bytes are a value, never an exception.
 */
final class RecordReader {

    /** Reads the records of one topic. */
    private interface Reading {

        Stored read(ConsumerRecord<byte[], byte[]> record, String key);
    }

    private static final byte[] NO_VALUE = {};

    private final Map<String, Reading> readings = new HashMap<>();
    private final ResultValidator validator;

    RecordReader(SinkConfig config, ResultValidator validator) {
        this.validator = validator;
        var topics = config.topics();
        List.of(
                        topics.benchmarkResult(),
                        topics.batteryResult(),
                        topics.modelVersion(),
                        topics.resultRetraction())
                .forEach(this::readEvents);
        readLatest(topics.hardwareProfile(), HardwareProfile.class);
        readLatest(topics.scoringProfile(), ScoringProfile.class);
        readLatest(topics.cellSummary(), CellSummary.class);
        readLatest(topics.suitabilityScore(), SuitabilityScore.class);
        readLatest(topics.recommendation(), Recommendation.class);
        readLatest(topics.compatibilitySnapshot(), CompatibilitySnapshot.class);
        readChanges(topics);
        readRejections(topics);
        var letters = new DeadLetters(topics);
        config.deadLetters()
                .forEach(
                        application ->
                                readings.put(
                                        topics.dlq(application).fullName(),
                                        (record, key) -> letters.read(record, key)));
    }

    Arrival read(ConsumerRecord<byte[], byte[]> record) {
        var key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        var stored = readings.get(record.topic()).read(record, key);
        return new Arrival(record.offset(), Instant.ofEpochMilli(record.timestamp()), stored);
    }

    private void readEvents(Topic<String, ? extends Event> topic) {
        readings.put(topic.fullName(), (record, key) -> readEvent(topic, record, key));
    }

    private Stored readEvent(
            Topic<String, ? extends Event> topic,
            ConsumerRecord<byte[], byte[]> record,
            String key) {
        if (record.value() == null) {
            return new Stored.Refused(Reason.MISSING_VALUE);
        }
        try {
            var event =
                    topic.valueSerde().deserializer().deserialize(topic.fullName(), record.value());
            if (!Topics.keyOf(event).equals(key)) {
                return new Stored.Refused(Reason.KEY_MISMATCH);
            }
            var verdict = validator.validate(event, Instant.ofEpochMilli(record.timestamp()));
            return verdict instanceof Verdict.Rejected rejected
                    ? new Stored.Refused(rejected.reason())
                    : new Stored.Accepted(event);
        } catch (UnreadableRecord unreadable) {
            return new Stored.Refused(Reason.UNREADABLE);
        }
    }

    private <T extends Record> void readLatest(Topic<String, T> topic, Class<T> type) {
        readings.put(
                topic.fullName(),
                (record, key) -> {
                    if (record.value() == null) {
                        return new Stored.Gone(type, key);
                    }
                    return orUnreadable(
                            topic, record, key, value -> new Stored.Current(key, value));
                });
    }

    private void readChanges(Topics topics) {
        var topic = topics.compatibilityChange();
        readings.put(
                topic.fullName(),
                (record, key) -> orUnreadable(topic, record, key, Stored.Changed::new));
    }

    private void readRejections(Topics topics) {
        var topic = topics.rejectedResult();
        var ids = new RefusedEventId(topics);
        readings.put(
                topic.fullName(),
                (record, key) ->
                        orUnreadable(
                                topic,
                                record,
                                key,
                                result -> new Stored.Rejected(result, ids.of(result))));
    }

    /** Our own stages wrote it, so nobody else will tell that it cannot be read. */
    private static <T> Stored orUnreadable(
            Topic<String, T> topic,
            ConsumerRecord<byte[], byte[]> record,
            String key,
            Function<T, Stored> meaning) {
        try {
            if (record.value() != null) {
                return meaning.apply(
                        topic.valueSerde()
                                .deserializer()
                                .deserialize(topic.fullName(), record.value()));
            }
            return unreadable(topic, record, key, "the record has no value");
        } catch (UnreadableRecord unreadable) {
            return unreadable(topic, record, key, unreadable.getMessage());
        }
    }

    private static Stored unreadable(
            Topic<String, ?> topic, ConsumerRecord<byte[], byte[]> record, String key, String why) {
        return new Stored.Unreadable(
                new RejectedResult(
                        Reason.UNREADABLE,
                        why,
                        key,
                        record.value() == null ? NO_VALUE : record.value(),
                        topic.name(),
                        record.partition(),
                        record.offset()));
    }
}
