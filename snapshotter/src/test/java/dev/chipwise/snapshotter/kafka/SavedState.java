package dev.chipwise.snapshotter.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Saves the state directory for a next driver, since a driver deletes its own. It poses as the
 * store that was added last and so is closed last, when the others are on disk.
 */
record SavedState(Path from, Path to) implements StateStore, StoreBuilder<SavedState> {

    @Override
    public void close() {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "saved-state";
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public SavedState build() {
        return this;
    }

    @Override
    public boolean loggingEnabled() {
        return false;
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public SavedState withCachingEnabled() {
        return this;
    }

    @Override
    public SavedState withCachingDisabled() {
        return this;
    }

    @Override
    public SavedState withLoggingEnabled(Map<String, String> config) {
        return this;
    }

    @Override
    public SavedState withLoggingDisabled() {
        return this;
    }
}
