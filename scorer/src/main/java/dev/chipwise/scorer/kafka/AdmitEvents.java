package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.Verdict;
import dev.chipwise.schemas.kafka.Received;
import dev.chipwise.schemas.kafka.Topics;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Lets valid events pass and sends the others to the rejected topic; what follows may trust them.
 */
final class AdmitEvents extends ContextualProcessor<String, Received<Event>, String, Object> {

    private final ResultValidator validator;
    private final Rejections rejections;
    private final ScorerListener listener;

    AdmitEvents(ResultValidator validator, Rejections rejections, ScorerListener listener) {
        this.validator = validator;
        this.rejections = rejections;
        this.listener = listener;
    }

    @Override
    public void process(Record<String, Received<Event>> record) {
        if (record.value() == null) {
            reject(
                    record,
                    Reason.MISSING_VALUE,
                    "the record has no value; a result is taken back by a retraction");
            return;
        }
        var event = record.value().event();
        var key = Topics.keyOf(event);
        if (!key.equals(record.key())) {
            reject(
                    record,
                    Reason.KEY_MISMATCH,
                    "the key is '" + record.key() + "', but the event is about '" + key + "'");
            return;
        }
        var verdict = validator.validate(event, Instant.ofEpochMilli(record.timestamp()));
        if (verdict instanceof Verdict.Rejected rejected) {
            reject(record, rejected.reason(), rejected.detail());
            return;
        }
        listener.accepted(rejections.name(context().recordMetadata().orElseThrow()));
        context().forward(record, event instanceof ModelVersion ? Names.REGISTER : Names.SCORE);
    }

    private void reject(Record<String, Received<Event>> record, Reason reason, String detail) {
        var at = context().recordMetadata().orElseThrow();
        context().forward(rejections.of(record, at, reason, detail), Names.WRITE_REJECTED);
    }
}
