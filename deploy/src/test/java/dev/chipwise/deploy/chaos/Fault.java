package dev.chipwise.deploy.chaos;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** What a network does to the data that is on its way. */
sealed interface Fault {

    /** How many of these bytes get through, after however long that takes. */
    int through(int bytes);

    /** Whether both ends hear when something did not get through. */
    default boolean isHeard() {
        return true;
    }

    /** Everything gets through. */
    record None() implements Fault {

        @Override
        public int through(int bytes) {
            return bytes;
        }
    }

    /** Every piece of data is that late. */
    record Late(Duration by) implements Fault {

        @Override
        public int through(int bytes) {
            LockSupport.parkNanos(by.toNanos());
            return bytes;
        }
    }

    /** Whenever so many bytes have passed, the connection that carries the next one ends there. */
    record Cut(long after, AtomicLong left) implements Fault {

        Cut(long after) {
            this(after, new AtomicLong(after));
        }

        @Override
        public int through(int bytes) {
            long had = left.getAndUpdate(now -> now < bytes ? after : now - bytes);
            return (int) Math.min(had, bytes);
        }
    }

    /** Connections are accepted and stay open, and nobody hears anything on them. */
    record HalfOpen() implements Fault {

        @Override
        public int through(int bytes) {
            return 0;
        }

        @Override
        public boolean isHeard() {
            return false;
        }
    }

    /** Every connection is refused in the hardest way. */
    record Reset() implements Fault {

        @Override
        public int through(int bytes) {
            return 0;
        }
    }
}
