package dev.chipwise.scorer.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;

/** State in memory that outlives the pipeline that wrote it, as a state directory does. */
final class Memory implements Function<String, KeyValueBytesStoreSupplier> {

    private final Map<String, List<KeyValue<Bytes, byte[]>>> kept = new TreeMap<>();

    @Override
    public KeyValueBytesStoreSupplier apply(String name) {
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new Store(name);
            }

            @Override
            public String metricsScope() {
                return "memory";
            }
        };
    }

    /** How many entries a store had when it closed. */
    int entries(String name) {
        return kept.get(name).size();
    }

    /** How much all stores held when they closed. */
    long bytes() {
        return kept.values().stream()
                .flatMap(List::stream)
                .mapToLong(entry -> (long) entry.key.get().length + entry.value.length)
                .sum();
    }

    private final class Store extends InMemoryKeyValueStore {

        Store(String name) {
            super(name);
        }

        @Override
        public void init(StateStoreContext context, StateStore root) {
            super.init(context, root);
            putAll(kept.getOrDefault(name(), List.of()));
        }

        @Override
        public void close() {
            var entries = new ArrayList<KeyValue<Bytes, byte[]>>();
            try (var all = all()) {
                all.forEachRemaining(entries::add);
            }
            kept.put(name(), entries);
            super.close();
        }
    }
}
