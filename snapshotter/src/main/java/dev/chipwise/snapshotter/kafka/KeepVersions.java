package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.Key;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.Verdict;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.snapshotter.snapshot.Lineage;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the earliest valid registration of every tag, and who its children are. The others, and
 * what is not valid, the scorer reports.
 */
final class KeepVersions extends ContextualProcessor<String, ModelVersion, String, VersionKey> {

    private static final byte[] MARK = {1};

    private final ResultValidator validator;
    private KeyValueStore<String, ModelVersion> versions;
    private KeyValueStore<String, byte[]> children;

    KeepVersions(ResultValidator validator) {
        this.validator = validator;
    }

    @Override
    public void init(ProcessorContext<String, VersionKey> context) {
        super.init(context);
        versions = context.getStateStore(Names.VERSIONS);
        children = context.getStateStore(Names.CHILDREN);
    }

    @Override
    public void process(Record<String, ModelVersion> record) {
        var arrived = record.value();
        if (arrived == null || !isValid(record)) {
            return;
        }
        var key = arrived.key();
        var present = versions.get(key.topicKey());
        if (!Lineage.counts(arrived, present)) {
            return;
        }
        versions.put(key.topicKey(), arrived);
        Lineage.parent(present).ifPresent(parent -> children.delete(childKey(parent, key)));
        Lineage.parent(arrived).ifPresent(parent -> children.put(childKey(parent, key), MARK));
        context().forward(record.withValue(key));
    }

    private boolean isValid(Record<String, ModelVersion> record) {
        return Topics.keyOf(record.value()).equals(record.key())
                && validator.validate(record.value(), Instant.ofEpochMilli(record.timestamp()))
                        instanceof Verdict.Accepted;
    }

    private static String childKey(VersionKey parent, VersionKey child) {
        return Key.join(parent.model(), parent.version(), child.version());
    }
}
