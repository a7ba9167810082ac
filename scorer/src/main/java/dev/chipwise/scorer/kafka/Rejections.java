package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.RejectedResult;
import dev.chipwise.schemas.kafka.Received;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Keeps refused events whole, and counts them. */
final class Rejections {

    private static final byte[] NO_VALUE = {};

    private final Map<String, String> topicNames;
    private final ScorerListener listener;

    /**
     * Rejections of records read from these topics.
     *
     * @param topicNames names without prefix by names with it
     */
    Rejections(Map<String, String> topicNames, ScorerListener listener) {
        this.topicNames = topicNames;
        this.listener = listener;
    }

    /** What goes to the rejected topic for the record that is being processed. */
    Record<String, RejectedResult> of(
            Record<String, ? extends Received<?>> refused,
            RecordMetadata at,
            Reason reason,
            String detail) {
        var original = refused.value() == null ? NO_VALUE : refused.value().bytes();
        return of(
                refused,
                new RejectedResult(
                        reason,
                        detail,
                        refused.key(),
                        original,
                        name(at),
                        at.partition(),
                        at.offset()));
    }

    /**
     * What goes to the rejected topic for an earlier record that the one being processed displaces.
     */
    Record<String, RejectedResult> of(Record<String, ?> displacing, RejectedResult rejected) {
        listener.rejected(rejected.topic(), rejected.reason());
        return new Record<>(rejected.key(), rejected, displacing.timestamp());
    }

    /** The name, without prefix, of the topic that a record came from. */
    String name(RecordMetadata at) {
        return topicNames.get(at.topic());
    }
}
