package dev.chipwise.scorer.kafka;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Keeps recomputing from crowding out reading: after every tick a task rests so long that all tasks
 * of its thread together leave half of the time to events. Without rest a tick that takes longer
 * than its interval is always due again, and each one gathers a single event.
 */
final class Pace {

    private static final int HALF = 2;

    private final LongSupplier nanoTime;
    private final int threads;
    private final AtomicInteger tasks = new AtomicInteger();

    Pace(LongSupplier nanoTime, int threads) {
        this.nanoTime = nanoTime;
        this.threads = threads;
    }

    /** The pace of one more task. */
    Task join() {
        tasks.incrementAndGet();
        return new Task();
    }

    /** One task's turns. */
    final class Task {

        private long rested = nanoTime.getAsLong();

        private boolean reading;

        /** Hears that the task reads, so that there is something to rest for. */
        void read() {
            reading = true;
        }

        /** Takes a turn, unless it is still time to rest and events came since the last chance. */
        void turn(Runnable work) {
            long start = nanoTime.getAsLong();
            boolean idle = !reading;
            reading = false;
            if (!idle && start - rested < 0) {
                return;
            }
            work.run();
            long end = nanoTime.getAsLong();
            rested = end + HALF * tasksPerThread() * (end - start);
        }

        void leave() {
            tasks.decrementAndGet();
        }
    }

    private long tasksPerThread() {
        return (tasks.get() + threads - 1) / threads;
    }
}
