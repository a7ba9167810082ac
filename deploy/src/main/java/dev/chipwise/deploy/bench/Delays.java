package dev.chipwise.deploy.bench;

import java.util.Arrays;

/** How long each of many things took; safe for use by many threads. */
public final class Delays {

    private static final double NANOS_PER_MS = 1e6;

    private long[] nanos = new long[1024];
    private int size;

    public synchronized void add(long delayNanos) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = delayNanos;
    }

    public synchronized int size() {
        return size;
    }

    /**
     * The delay in ms that this share of all does not exceed: the smallest such that was seen, by
     * nearest rank.
     */
    public synchronized double percentileMs(double share) {
        if (size == 0) {
            throw new IllegalStateException("no delay was seen");
        }
        Arrays.sort(nanos, 0, size);
        int rank = (int) StrictMath.ceil(share * size);
        return nanos[StrictMath.max(rank, 1) - 1] / NANOS_PER_MS;
    }
}
