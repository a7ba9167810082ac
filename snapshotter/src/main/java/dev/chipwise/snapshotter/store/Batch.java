package dev.chipwise.snapshotter.store;

import java.util.List;

/**
 * Records of some lanes, each lane at most once, to be written with their progress or not at all.
 */
public record Batch(List<Slice> slices) {

    public Batch {
        slices = List.copyOf(slices);
    }

    public int size() {
        return slices.stream().mapToInt(slice -> slice.arrivals().size()).sum();
    }
}
