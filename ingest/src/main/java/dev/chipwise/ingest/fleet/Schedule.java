package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.Outcome;
import java.time.Duration;
import java.time.Instant;

/**
 * When the fleet measures what: every session on a day of its own, each device one cell after the
 * other. The versions of a model are measured in turn in the same sessions, so that a session's
 * drift meets both.
 */
final class Schedule {

    private static final Duration FIRST_SESSION = Duration.ofHours(2);
    private static final Duration SLOT = Duration.ofMinutes(15);
    private static final int SLOTS_PER_MODEL = 16;
    private static final int SLOTS_PER_DAY = 96;
    private static final int FAILING_RUNS = 2;
    private static final double THIN_SHARE = 0.05;

    private final long seed;
    private final Instant start;
    private final int sessions;
    private final InjectedRegression regression;

    Schedule(long seed, Instant start, int sessions, InjectedRegression regression) {
        this.seed = seed;
        this.start = start;
        this.sessions = sessions;
        this.regression = regression;
    }

    /** When a version is registered: an hour after its parent. */
    Instant registration(int version) {
        return start.plus(Duration.ofHours(version));
    }

    Instant benchmark(int session, int model, int cell) {
        int slot = (model * SLOTS_PER_MODEL + cell) % SLOTS_PER_DAY;
        return start.plus(FIRST_SESSION)
                .plus(Duration.ofDays(session))
                .plus(SLOT.multipliedBy(slot));
    }

    /** The energy run of a cell follows its benchmark, once the device is cool. */
    Instant energyRun(Instant benchmark) {
        return benchmark.plus(Duration.ofMinutes(3));
    }

    boolean hasEnergyRun(int session) {
        return session % 2 == 0;
    }

    /** Runs of a cell that works: a few cells have one or two, most nearly one per session. */
    int runs(Cell cell) {
        if (regression.concerns(cell)) {
            return sessions;
        }
        var noise = Noise.of(seed, "runs", cell.names());
        if (noise.happens(THIN_SHARE)) {
            return StrictMath.min(sessions, 1 + noise.below(2));
        }
        return StrictMath.max(1, sessions - noise.below(3));
    }

    /**
     * Runs of a cell that fails: one to find out and one to be sure; what is skipped is skipped
     * once.
     */
    int attempts(Outcome outcome) {
        boolean skipped = outcome.status() == Outcome.Status.SKIPPED;
        return skipped ? 1 : StrictMath.min(sessions, FAILING_RUNS);
    }
}
