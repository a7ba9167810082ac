package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Claim;
import dev.chipwise.schemas.domain.Readings;
import dev.chipwise.schemas.domain.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The newest runs of one cell and one evidence kind, oldest first. Immutable.
 *
 * <p>It is the top of the set of runs it was given, so order and repetition of arrival cannot
 * matter.
 */
public final class Window {

    /** How many runs a window keeps unless told otherwise. */
    public static final int SIZE = 32;

    private final int size;
    private final List<Run> runs;

    private Window(int size, List<Run> runs) {
        this.size = size;
        this.runs = runs;
    }

    public static Window empty(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a window keeps at least one run, not " + size);
        }
        return new Window(size, List.of());
    }

    /** The window of these runs, in whatever order and however often they come. */
    public static Window of(int size, Iterable<Run> runs) {
        var window = empty(size);
        for (var run : runs) {
            window = window.insert(run).window();
        }
        return window;
    }

    /** Retracted ones included, oldest first. */
    public List<Run> runs() {
        return runs;
    }

    /** The window with this run or retraction in it, and what that changed. */
    public Insertion insert(Run arrived) {
        var run = arrived.retracted() ? emptied(arrived) : arrived;
        int found = Collections.binarySearch(runs, run);
        if (found >= 0) {
            return merge(found, run);
        }
        int position = -found - 1;
        boolean full = runs.size() == size;
        if (full && position == 0) {
            return new Insertion(this, Optional.empty(), Optional.empty(), Optional.empty());
        }
        var grown = new ArrayList<>(runs);
        grown.add(position, run);
        var evicted = full ? Optional.of(grown.remove(0)) : Optional.<Run>empty();
        return new Insertion(with(grown), Optional.of(run), evicted, Optional.empty());
    }

    /**
     * Of two that claim one slot: a retraction wins; else the smaller claim, which no order of
     * arrival can change.
     */
    private Insertion merge(int position, Run run) {
        var present = runs.get(position);
        if (present.equals(run) || present.retracted()) {
            return new Insertion(this, Optional.empty(), Optional.empty(), Optional.empty());
        }
        if (run.retracted()) {
            return new Insertion(
                    replaced(position, run), Optional.of(run), Optional.empty(), Optional.empty());
        }
        boolean presentStays = Claim.contentOf(present).compareTo(Claim.contentOf(run)) <= 0;
        return presentStays
                ? new Insertion(this, Optional.empty(), Optional.empty(), Optional.of(run))
                : new Insertion(
                        replaced(position, run),
                        Optional.of(run),
                        Optional.empty(),
                        Optional.of(present));
    }

    private Window replaced(int position, Run run) {
        var changed = new ArrayList<>(runs);
        changed.set(position, run);
        return with(changed);
    }

    private Window with(List<Run> changed) {
        return new Window(size, Collections.unmodifiableList(changed));
    }

    private static Run emptied(Run retracted) {
        return new Run(
                retracted.occurredAt(), retracted.eventId(), true, null, null, Readings.NONE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Window that && size == that.size && runs.equals(that.runs);
    }

    @Override
    public int hashCode() {
        return runs.hashCode();
    }

    @Override
    public String toString() {
        return "newest " + size + " " + runs;
    }

    /**
     * What an insertion did.
     *
     * @param window the window after it
     * @param stored the merged slot to write, when something changed
     * @param evicted the run that fell out to make room
     * @param loser content that claimed the time and id of another run and was not kept
     */
    public record Insertion(
            Window window, Optional<Run> stored, Optional<Run> evicted, Optional<Run> loser) {

        public boolean changed() {
            return stored.isPresent();
        }

        public boolean conflict() {
            return loser.isPresent();
        }
    }
}
