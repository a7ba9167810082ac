package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.Run;
import dev.chipwise.scorer.score.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A window and the places of its runs in the store. A run that falls out leaves its place to the
 * one that pushed it out, so that filing a run is one write and leaves no tombstone.
 */
final class Slots {

    private Window window;
    private Run[] places = {};

    Slots(int windowSize) {
        window = Window.empty(windowSize);
    }

    Window window() {
        return window;
    }

    /** Puts in what the store holds at a place. */
    void restore(int place, Run run) {
        put(place, run);
        window = window.insert(run).window();
    }

    /** The places whose runs the window has no room for (any more); they are free from now on. */
    List<Integer> clearSurplus() {
        var surplus = new ArrayList<Integer>();
        for (int place = 0; place < places.length; place++) {
            if (places[place] != null && !window.runs().contains(places[place])) {
                places[place] = null;
                surplus.add(place);
            }
        }
        return surplus;
    }

    /** The place for the run that an insertion stores. */
    int placeFor(Window.Insertion insertion) {
        return placeOf(insertion.evicted().or(insertion::stored).orElseThrow());
    }

    /** Takes over what an insertion did. */
    void apply(Window.Insertion insertion) {
        put(placeFor(insertion), insertion.stored().orElseThrow());
        window = insertion.window();
    }

    /** The run of the same time and id that is there. */
    Optional<Run> present(Run run) {
        int place = placeOf(run);
        return place < places.length ? Optional.ofNullable(places[place]) : Optional.empty();
    }

    /** Where a run of this time and id lies, else a free place. */
    private int placeOf(Run run) {
        int free = places.length;
        for (int place = places.length - 1; place >= 0; place--) {
            if (places[place] == null) {
                free = place;
            } else if (places[place].compareTo(run) == 0) {
                return place;
            }
        }
        return free;
    }

    private void put(int place, Run run) {
        if (place >= places.length) {
            places = Arrays.copyOf(places, place + 1);
        }
        places[place] = run;
    }
}
