package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.RunCounts;
import java.util.Collection;

/**
 * Whether something works, and the runs that say so.
 *
 * @param successes runs behind it, 0 of both when they are not known
 */
record Condition(State state, int successes, int failures) {

    private static final double TOLERATED_FAILURE_RATE = 0.05;

    /** The condition of one configuration, by the same words as that of a whole hardware. */
    static Condition of(CellSummary cell) {
        var counts = cell.counts();
        return new Condition(state(counts), counts.successes(), counts.failures());
    }

    /** A hardware's state with the runs of all its configurations. */
    static Condition of(State state, Collection<CellSummary> cells) {
        int successes = cells.stream().mapToInt(cell -> cell.counts().successes()).sum();
        int failures = cells.stream().mapToInt(cell -> cell.counts().failures()).sum();
        return new Condition(state, successes, failures);
    }

    /** As the scorer has it for a hardware: a failure is suspected, the next one confirms it. */
    private static State state(RunCounts counts) {
        int tried = counts.successes() + counts.failures();
        if (tried == 0) {
            return State.UNTESTED;
        }
        if (counts.trailingFailures() > 0) {
            return failing(counts);
        }
        return counts.failures() > TOLERATED_FAILURE_RATE * tried ? State.FLAKY : State.WORKS;
    }

    private static State failing(RunCounts counts) {
        if (counts.successes() == 0 && counts.unsupported() == counts.failures()) {
            return State.UNSUPPORTED;
        }
        return counts.trailingFailures() == 1 ? State.SUSPECT : State.BROKEN;
    }

    int runs() {
        return successes + failures;
    }

    boolean isTested() {
        return state != State.UNTESTED && state != State.UNRECOGNISED;
    }

    /** How far it works: 3 always, 2 less well, 1 in doubt, 0 not at all. */
    int rank() {
        return switch (state) {
            case WORKS -> 3;
            case DEGRADED, FLAKY -> 2;
            case SUSPECT -> 1;
            default -> 0;
        };
    }
}
