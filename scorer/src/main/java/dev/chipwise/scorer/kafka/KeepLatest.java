package dev.chipwise.scorer.kafka;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the latest value of every key in a global store, and lets the tasks know that something
 * changed.
 */
final class KeepLatest<V> extends ContextualProcessor<String, V, Void, Void> {

    private final String storeName;
    private final AtomicLong revision;
    private KeyValueStore<String, V> store;

    KeepLatest(String storeName, AtomicLong revision) {
        this.storeName = storeName;
        this.revision = revision;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
        store = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, V> record) {
        if (record.key() == null) {
            return;
        }
        store.put(record.key(), record.value());
        revision.incrementAndGet();
    }
}
