package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellDescription;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Run;
import dev.chipwise.scorer.score.Window;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The windows of all cells in a store, one entry per run, so that an event writes a run and never a
 * whole window; and the words that describe each cell. Busy cells are held decoded.
 */
final class Windows {

    private static final StringSerializer PREFIX = new StringSerializer();

    private final KeyValueStore<String, Run> runs;
    private final KeyValueStore<String, CellDescription> descriptions;
    private final int size;
    private final HeapCache<CellKey, HeldCell> cache;

    Windows(
            KeyValueStore<String, Run> runs,
            KeyValueStore<String, CellDescription> descriptions,
            ScorerConfig config) {
        this.runs = runs;
        this.descriptions = descriptions;
        size = config.windowSize();
        cache = new HeapCache<>(config.cachedRunBytes(), HeldCell::bytes);
    }

    /**
     * What filing did.
     *
     * @param described whether the words that describe the cell changed
     */
    record Filed(Window.Insertion insertion, boolean described) {

        boolean changed() {
            return insertion.changed() || described;
        }
    }

    /** Puts a result's run into its window, and lets the newest result describe the cell. */
    Filed file(CellKey cell, Evidence evidence, Run run, CellDescription words) {
        var held = of(cell);
        var insertion = held.slots(evidence).window().insert(run);
        boolean described = describe(held, words, insertion.changed());
        store(cell, held, evidence, insertion);
        return new Filed(insertion, described);
    }

    /** Puts a retraction into its window; whether that changed anything. */
    boolean takeBack(CellKey cell, Evidence evidence, Run retracted) {
        var held = of(cell);
        var insertion = held.slots(evidence).window().insert(retracted);
        store(cell, held, evidence, insertion);
        return insertion.changed();
    }

    private void store(CellKey cell, HeldCell held, Evidence evidence, Window.Insertion insertion) {
        if (!insertion.changed()) {
            return;
        }
        var slots = held.slots(evidence);
        var stored = insertion.stored().orElseThrow();
        insertion.evicted().ifPresent(evicted -> keepDate(held, evicted));
        if (stored.retracted()) {
            slots.present(stored).ifPresent(emptied -> keepDate(held, emptied));
        }
        runs.put(RunKey.of(held.key(), evidence, slots.placeFor(insertion)), stored);
        slots.apply(insertion);
        cache.put(cell, held);
    }

    /**
     * Whether a result changes the words.
     *
     * @param filed whether its run will be in a window, which then says how new the words are
     */
    private boolean describe(HeldCell held, CellDescription arrived, boolean filed) {
        var present = held.description();
        if (present != null && present.newer(arrived) == present) {
            return false;
        }
        boolean same = present != null && present.saysTheSameAs(arrived);
        if (same && filed) {
            held.date(arrived);
        } else {
            store(held, arrived);
        }
        return !same;
    }

    /** The cell with its windows and the words that describe it. */
    HeldCell of(CellKey cell) {
        var cached = cache.get(cell);
        if (cached != null) {
            return cached;
        }
        var held = read(cell.topicKey());
        cache.put(cell, held);
        return held;
    }

    /** The cells of a board that have results, in order of key; reads the store. */
    List<CellKey> on(BoardKey board) {
        var cells = new ArrayList<CellKey>();
        try (var entries = descriptions.prefixScan(Keys.under(board), PREFIX)) {
            entries.forEachRemaining(entry -> cells.add(CellKey.parse(entry.key)));
        }
        return cells;
    }

    private HeldCell read(String key) {
        var held = new HeldCell(key, size, descriptions.get(key));
        try (var entries = runs.prefixScan(RunKey.under(key), PREFIX)) {
            while (entries.hasNext()) {
                var entry = entries.next();
                var at = RunKey.parse(entry.key);
                held.restore(at.evidence(), at.place(), entry.value);
            }
        }
        tidy(held);
        return held;
    }

    /** Windows may have been larger when these runs were stored. */
    private void tidy(HeldCell held) {
        for (var evidence : held.windows().keySet()) {
            for (int place : held.slots(evidence).clearSurplus()) {
                runs.delete(RunKey.of(held.key(), evidence, place));
                store(held, held.description());
            }
        }
    }

    /** The store must not forget how new the words are with the run that said so. */
    private void keepDate(HeldCell held, Run lost) {
        if (held.dates(lost)) {
            store(held, held.description());
        }
    }

    private void store(HeldCell held, CellDescription description) {
        if (description != null) {
            descriptions.put(held.key(), description);
            held.describe(description);
        }
    }
}
