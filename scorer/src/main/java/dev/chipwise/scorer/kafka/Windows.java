package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.CellDescription;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Run;
import dev.chipwise.scorer.score.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The windows of all cells in a store, one entry per run, so that an event writes a run and never a
 * whole window; and the words that describe each cell.
 */
final class Windows {

    /** No topic key holds it: {@code Key} escapes it. */
    private static final char SEPARATOR = '\0';

    private static final StringSerializer PREFIX = new StringSerializer();
    private static final List<Evidence> KINDS =
            List.of(Evidence.REAL, Evidence.SIMULATED, Evidence.MOCK);

    private final KeyValueStore<String, Run> runs;
    private final KeyValueStore<String, CellDescription> descriptions;
    private final int size;
    private final HeapCache<String, Window> cache;

    Windows(
            KeyValueStore<String, Run> runs,
            KeyValueStore<String, CellDescription> descriptions,
            ScorerConfig config) {
        this.runs = runs;
        this.descriptions = descriptions;
        size = config.windowSize();
        cache = new HeapCache<>(config.cachedRuns(), window -> window.runs().size());
    }

    /** Puts a run or a retraction into the cell's window of this evidence. */
    Window.Insertion insert(CellKey cell, Evidence evidence, Run run) {
        var prefix = prefix(cell, evidence);
        var insertion = window(prefix).insert(run);
        insertion.stored().ifPresent(stored -> runs.put(prefix + slot(stored), stored));
        insertion.evicted().ifPresent(evicted -> runs.delete(prefix + slot(evicted)));
        if (insertion.changed()) {
            cache.put(prefix, insertion.window());
        }
        return insertion;
    }

    /** Lets the newest of a cell's results describe it; whether that changed its description. */
    boolean describe(CellKey cell, CellDescription arrived) {
        var key = cell.topicKey();
        var present = descriptions.get(key);
        if (present != null && present.newer(arrived).equals(present)) {
            return false;
        }
        descriptions.put(key, arrived);
        return true;
    }

    /**
     * The words that describe a cell, or null when only retractions of its results have arrived.
     */
    CellDescription description(CellKey cell) {
        return descriptions.get(cell.topicKey());
    }

    /** The windows of a cell that have runs. */
    Map<Evidence, Window> of(CellKey cell) {
        var windows = new EnumMap<Evidence, Window>(Evidence.class);
        for (var evidence : KINDS) {
            var window = window(prefix(cell, evidence));
            if (!window.runs().isEmpty()) {
                windows.put(evidence, window);
            }
        }
        return windows;
    }

    private Window window(String prefix) {
        var cached = cache.get(prefix);
        if (cached != null) {
            return cached;
        }
        var stored = new ArrayList<Run>();
        try (var entries = runs.prefixScan(prefix, PREFIX)) {
            entries.forEachRemaining(entry -> stored.add(entry.value));
        }
        var window = Window.of(size, stored);
        cache.put(prefix, window);
        return window;
    }

    private static String prefix(CellKey cell, Evidence evidence) {
        return cell.topicKey() + SEPARATOR + evidence.wireName() + SEPARATOR;
    }

    private static String slot(Run run) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, run.occurredAt());
        return HexFormat.of().toHexDigits(micros) + SEPARATOR + run.eventId();
    }
}
