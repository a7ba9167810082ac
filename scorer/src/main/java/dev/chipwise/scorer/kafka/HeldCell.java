package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.CellDescription;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Run;
import dev.chipwise.scorer.score.Window;
import java.util.EnumMap;
import java.util.Map;

/**
 * A cell decoded on the heap: its windows, and the words that describe it.
 *
 * <p>The words are as new as the newest result. In the store they may be dated earlier, as long as
 * a run in a window says how new they really are: so most results do not write them again.
 */
final class HeldCell {

    private static final int CELL_BYTES = 1_000;
    private static final int RUN_BYTES = 350;

    private final String key;
    private final int windowSize;
    private final Map<Evidence, Slots> slots = new EnumMap<>(Evidence.class);
    private CellDescription stored;
    private CellDescription newest;

    HeldCell(String key, int windowSize, CellDescription stored) {
        this.key = key;
        this.windowSize = windowSize;
        this.stored = stored;
        this.newest = stored;
    }

    /** The key of the cell in topics. */
    String key() {
        return key;
    }

    /** The windows and places of this evidence, empty ones the first time. */
    Slots slots(Evidence evidence) {
        return slots.computeIfAbsent(evidence, kind -> new Slots(windowSize));
    }

    /** The windows of evidence that the cell ever had. */
    Map<Evidence, Window> windows() {
        var windows = new EnumMap<Evidence, Window>(Evidence.class);
        slots.forEach((evidence, held) -> windows.put(evidence, held.window()));
        return windows;
    }

    /** Null when only retractions of its results have arrived. */
    CellDescription description() {
        return newest;
    }

    /** Takes over a run from the store, which may say how new the words really are. */
    void restore(Evidence evidence, int place, Run run) {
        slots(evidence).restore(place, run);
        if (!run.retracted() && stored != null && isNewer(run, newest)) {
            newest = stored.at(run.occurredAt(), run.eventId());
        }
    }

    /** Whether the store knows only by this run how new the words are. */
    boolean dates(Run run) {
        return !run.retracted() && stored != null && isNewer(run, stored);
    }

    /** Dates the words by a newer result that uses the same. */
    void date(CellDescription same) {
        newest = same;
    }

    /** Takes note that these words are in the store. */
    void describe(CellDescription description) {
        newest = description;
        stored = description;
    }

    /** About what it takes on the heap. */
    int bytes() {
        int runs = 0;
        for (var held : slots.values()) {
            runs += held.window().runs().size();
        }
        return CELL_BYTES + runs * RUN_BYTES;
    }

    private static boolean isNewer(Run run, CellDescription words) {
        int byTime = run.occurredAt().compareTo(words.occurredAt());
        return byTime != 0 ? byTime > 0 : run.eventId().compareTo(words.eventId()) > 0;
    }
}
