package dev.chipwise.scorer.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Copies the state directory when the task closes, for the test driver deletes it. A store only in
 * name: it is added last, so it closes when all others are closed.
 */
final class SavedState implements StateStore {

    private final Path from;
    private final Path to;
    private boolean open;

    SavedState(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public String name() {
        return "saved-state";
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void close() {
        open = false;
        copy(from, to);
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.endsWith(".lock") && !file.endsWith("LOCK")) {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a topology is given one. */
    record Builder(SavedState store) implements StoreBuilder<SavedState> {

        @Override
        public StoreBuilder<SavedState> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<SavedState> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<SavedState> withLoggingEnabled(Map<String, String> config) {
            return this;
        }

        @Override
        public StoreBuilder<SavedState> withLoggingDisabled() {
            return this;
        }

        @Override
        public SavedState build() {
            return store;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }

        @Override
        public String name() {
            return store.name();
        }
    }
}
