package dev.chipwise.deploy.bench.kafka;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Whether the scorer has nothing left to do: it has read all, is quiet for longer than it waits to
 * score, and every event counts in a score.
 *
 * @param behind records that it has not read
 * @param missing events that no score knows of; slow, so asked last
 */
record ScorerDone(RunningPipeline pipeline, Tail tail, LongSupplier behind, IntSupplier missing)
        implements BooleanSupplier {

    private static final Duration QUIET = Duration.ofSeconds(1);

    @Override
    public boolean getAsBoolean() {
        long quiet = pipeline.nanos().getAsLong() - tail.lastSeen();
        return tail.records() > 0
                && quiet > QUIET.toNanos()
                && behind.getAsLong() == 0
                && missing.getAsInt() == 0;
    }

    @Override
    public String toString() {
        return "the scorer, which is "
                + behind.getAsLong()
                + " records behind and has not scored "
                + missing.getAsInt()
                + " events; "
                + tail.records()
                + " answers have come";
    }
}
