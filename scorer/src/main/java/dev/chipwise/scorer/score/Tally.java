package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Run;
import dev.chipwise.schemas.domain.RunCounts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Counts how runs ended. What was skipped is neither a success nor a failure. */
final class Tally {

    private static final int EVIDENCE_IDS = 5;
    private static final long SECONDS_A_DAY = 86_400;
    private static final String UNSUPPORTED_OP = "unsupported_op";
    private static final String UNKNOWN = "unknown";

    private final TreeMap<String, Integer> failureClasses = new TreeMap<>();
    private final Set<Long> days = new HashSet<>();
    private int successes;
    private int failures;
    private int skipped;
    private int unsupported;
    private int trailingFailures;

    private Tally() {}

    /**
     * @param runs none retracted, oldest first
     */
    static RunCounts of(List<Run> runs) {
        var tally = new Tally();
        runs.forEach(tally::count);
        var newestIds = new ArrayList<String>();
        for (int i = runs.size() - 1; i >= 0 && newestIds.size() < EVIDENCE_IDS; i--) {
            newestIds.add(runs.get(i).eventId());
        }
        return new RunCounts(
                tally.successes,
                tally.failures,
                tally.skipped,
                tally.unsupported,
                tally.trailingFailures,
                tally.failureClasses,
                tally.days.size(),
                newestIds);
    }

    private void count(Run run) {
        if (run.status() == Outcome.Status.OK) {
            successes++;
            trailingFailures = 0;
            days.add(Math.floorDiv(run.occurredAt().getEpochSecond(), SECONDS_A_DAY));
        } else if (run.status() == Outcome.Status.SKIPPED) {
            skipped++;
        } else if (run.status().isFailure()) {
            countFailure(run);
        }
    }

    private void countFailure(Run run) {
        failures++;
        trailingFailures++;
        failureClasses.merge(
                run.failureClass() == null ? UNKNOWN : run.failureClass(), 1, Integer::sum);
        if (run.status() == Outcome.Status.UNSUPPORTED
                || UNSUPPORTED_OP.equals(run.failureClass())) {
            unsupported++;
        }
    }
}
