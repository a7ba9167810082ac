package dev.chipwise.deploy.bench.kafka;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process does; gives up with words. */
final class Awaiting {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private Awaiting() {}

    /**
     * Returns when it is so.
     *
     * @param what in words at the moment when the patience ends
     * @throws IllegalStateException when the patience ends before that
     */
    static void until(Object what, Duration patience, BooleanSupplier condition)
            throws InterruptedException {
        until(what, patience, condition, () -> {});
    }

    /** The same, and looks each time whether it can still become so. */
    static void until(Object what, Duration patience, BooleanSupplier condition, Runnable alive)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            alive.run();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited " + patience + " in vain for " + what);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while waiting for " + what);
            }
        }
    }
}
