package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Key;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.schemas.kafka.Received;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps every cell's summary as it came, and passes on the version when it changed. */
final class KeepSummaries
        extends ContextualProcessor<String, Received<CellSummary>, String, VersionKey> {

    private KeyValueStore<String, Received<CellSummary>> summaries;

    @Override
    public void init(ProcessorContext<String, VersionKey> context) {
        super.init(context);
        summaries = context.getStateStore(Names.SUMMARIES);
    }

    @Override
    public void process(Record<String, Received<CellSummary>> record) {
        if (Objects.equals(record.value(), summaries.get(record.key()))) {
            return;
        }
        summaries.put(record.key(), record.value());
        var parts = Key.split(record.key());
        context().forward(record.withValue(new VersionKey(parts.get(0), parts.get(1))));
    }
}
