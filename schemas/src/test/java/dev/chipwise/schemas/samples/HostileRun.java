package dev.chipwise.schemas.samples;

import java.util.stream.LongStream;

/**
 * How many hostile inputs the suites send, and by which seeds: a seed is always as many inputs, so
 * that each can be lived through again by itself ({@code make hostile RECORDS=10000 SEED=n}).
 */
public final class HostileRun {

    public static final int INPUTS_PER_SEED = 10_000;

    private static final long USUAL_INPUTS = 100_000;

    private HostileRun() {}

    /** How many are asked for in all, rounded up to whole seeds. */
    public static long inputs() {
        return seeds().count() * INPUTS_PER_SEED;
    }

    public static LongStream seeds() {
        long inputs = Long.getLong("chipwise.hostile.records", USUAL_INPUTS);
        long first = Long.getLong("chipwise.hostile.seed", 1);
        return LongStream.range(
                first, first + Math.max(1, -Math.floorDiv(-inputs, INPUTS_PER_SEED)));
    }
}
