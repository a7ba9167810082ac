package dev.chipwise.ingest.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Places for requests that are handled at once. Who finds none waits a moment for one, in order of
 * arrival: to be told to come again in a second costs a sender more than to wait its turn.
 */
final class RequestPlaces {

    private final int most;
    private final Duration moment;
    private final Semaphore free;

    /**
     * @param moment short enough that a thread which waits is no loss to others
     */
    RequestPlaces(int most, Duration moment) {
        this.most = most;
        this.moment = moment;
        this.free = new Semaphore(most, true);
    }

    /** Takes a place; false when none became free in time. */
    boolean take() {
        return take(1, moment);
    }

    void giveBack() {
        free.release();
    }

    /** How many wait for a place. */
    int waiting() {
        return free.getQueueLength();
    }

    /** Returns when no place is taken, or the patience ends. */
    void drain(Duration patience) {
        if (take(most, patience)) {
            free.release(most);
        }
    }

    private boolean take(int many, Duration patience) {
        try {
            return free.tryAcquire(many, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
