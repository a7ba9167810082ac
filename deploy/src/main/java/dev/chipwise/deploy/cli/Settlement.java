package dev.chipwise.deploy.cli;

import dev.chipwise.ingest.cli.WaitUntilQueryable;
import dev.chipwise.schemas.kafka.ClusterAdmin;
import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until everything published is scored and queryable: every stage has read all that the
 * stages before it wrote, and nothing new has appeared for longer than a board can wait to be
 * scored.
 */
final class Settlement implements WaitUntilQueryable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /**
     * Quiet looks in a row. On a busy machine a look takes longer, and so does what is waited for.
     */
    private static final int QUIET_LOOKS = 8;

    private final Session session;

    Settlement(Session session) {
        this.session = session;
    }

    @Override
    public boolean await(
            SortedMap<String, SortedMap<Integer, Long>> lastOffsets, Duration patience) {
        return await(patience);
    }

    /** True when it is so, false when the patience ends before that. */
    boolean await(Duration patience) {
        try (var admin = session.admin()) {
            long deadline = System.nanoTime() + patience.toNanos();
            Object ends = null;
            int quiet = 0;
            while (quiet < QUIET_LOOKS) {
                var now = admin.ends(session.topics().all());
                quiet = now.equals(ends) && lag(admin) == 0 ? quiet + 1 : 0;
                ends = now;
                if (System.nanoTime() > deadline) {
                    return false;
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
            return true;
        }
    }

    private long lag(ClusterAdmin admin) {
        var topics = session.topics();
        return Stage.readers().stream()
                .mapToLong(
                        stage -> admin.lag(topics.applicationId(stage.word()), stage.reads(topics)))
                .sum();
    }
}
