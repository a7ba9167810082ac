package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.RejectedResult;
import dev.chipwise.schemas.kafka.Received;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the earliest registration of every tag and reports those that say something else. What it
 * keeps does not depend on the order of arrival.
 */
final class RegisterVersions
        extends ContextualProcessor<String, Received<ModelVersion>, String, RejectedResult> {

    private final Rejections rejections;
    private final ScorerListener listener;
    private KeyValueStore<String, Registration> versions;

    RegisterVersions(Rejections rejections, ScorerListener listener) {
        this.rejections = rejections;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<String, RejectedResult> context) {
        super.init(context);
        versions = context.getStateStore(Names.VERSIONS);
    }

    @Override
    public void process(Record<String, Received<ModelVersion>> record) {
        var at = context().recordMetadata().orElseThrow();
        var arrived = new Registration(record.value(), at.partition(), at.offset());
        var key = arrived.version().event().key().topicKey();
        var present = versions.get(key);
        boolean arrivedCounts = present == null || arrived.isBefore(present);
        if (arrivedCounts) {
            versions.put(key, arrived);
        } else {
            listener.unchanged(rejections.name(at));
        }
        if (present != null && !arrived.saysTheSameAs(present)) {
            report(record, arrivedCounts ? present : arrived, arrivedCounts ? arrived : present);
        }
    }

    private void report(
            Record<String, Received<ModelVersion>> record, Registration loser, Registration kept) {
        var event = kept.version().event();
        var detail =
                "version '%s' was registered with other content at %s by event %s, which counts"
                        .formatted(
                                event.version().tag(),
                                event.registeredAt(),
                                event.envelope().eventId());
        var rejected =
                new RejectedResult(
                        Reason.CONFLICTING_VERSION,
                        detail,
                        record.key(),
                        loser.version().bytes(),
                        rejections.name(context().recordMetadata().orElseThrow()),
                        loser.partition(),
                        loser.offset());
        context().forward(rejections.of(record, rejected), Names.WRITE_REJECTED);
    }
}
