package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import dev.chipwise.schemas.domain.CompatibilityChange.Severity;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import java.util.Optional;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * What it means when a condition becomes another. Untested is as good as absent; one failure is a
 * suspicion; sometimes working is certain only when the counts differ by Fisher's exact test.
 */
final class Transition {

    private static final double LEVEL = 0.05;

    private Transition() {}

    /** The finding, if the two differ in what a person would do; null stands for absent. */
    static Optional<Finding> between(Condition before, Condition after) {
        boolean wasThere = before != null && before.isTested();
        boolean isThere = after != null && after.isTested();
        if (!wasThere && !isThere) {
            return Optional.empty();
        }
        if (!wasThere || !isThere) {
            return Optional.of(presence(wasThere ? before : null, isThere ? after : null));
        }
        if (before.rank() == after.rank()) {
            return Optional.empty();
        }
        var finding = after.rank() < before.rank() ? down(before, after) : up(before, after);
        return Optional.of(finding.withRuns(before.runs(), after.runs(), finding.runsNeeded()));
    }

    private static Finding presence(Condition before, Condition after) {
        if (before == null) {
            return Finding.of(
                            Kind.ADDED,
                            null,
                            word(after),
                            Verdict.CERTAIN,
                            "tested in the later version only")
                    .withRuns(0, after.runs(), 0);
        }
        return Finding.of(
                        Kind.REMOVED,
                        word(before),
                        null,
                        Verdict.CERTAIN,
                        "tested in the earlier version only, which is no failure")
                .withRuns(before.runs(), 0, 0);
    }

    private static Finding down(Condition before, Condition after) {
        if (after.rank() == 0) {
            var certain = finding(Kind.BROKE, before, after, Verdict.CERTAIN);
            return certain.withSeverity(Severity.CRITICAL);
        }
        if (after.state() == State.SUSPECT) {
            var suspected = finding(Kind.BROKE, before, after, Verdict.INCONCLUSIVE);
            return suspected.withSeverity(Severity.HIGH).withRuns(0, 0, 1);
        }
        return finding(Kind.DEGRADED, before, after, byCounts(before, after));
    }

    private static Finding up(Condition before, Condition after) {
        if (before.rank() == 0) {
            boolean doubtful = after.state() == State.SUSPECT;
            return finding(
                    Kind.FIXED, before, after, doubtful ? Verdict.INCONCLUSIVE : Verdict.CERTAIN);
        }
        return finding(Kind.RESTORED, before, after, byCounts(after, before));
    }

    private static Finding finding(Kind kind, Condition before, Condition after, Verdict verdict) {
        return Finding.of(
                kind, word(before), word(after), verdict, tally(before) + ", then " + tally(after));
    }

    private static Verdict byCounts(Condition better, Condition worse) {
        if (better.state() != State.FLAKY && worse.state() != State.FLAKY) {
            return Verdict.CERTAIN;
        }
        if (better.runs() == 0 || worse.runs() == 0) {
            return Verdict.INCONCLUSIVE;
        }
        int[][] counts = {
            {better.successes(), better.failures()}, {worse.successes(), worse.failures()}
        };
        if (better.failures() + worse.failures() == 0
                || better.successes() + worse.successes() == 0) {
            return Verdict.INCONCLUSIVE;
        }
        double p =
                FisherExactTest.withDefaults()
                        .with(AlternativeHypothesis.GREATER_THAN)
                        .test(counts)
                        .getPValue();
        return p <= LEVEL ? Verdict.CERTAIN : Verdict.INCONCLUSIVE;
    }

    private static String tally(Condition condition) {
        return condition.runs() == 0
                ? word(condition)
                : condition.successes() + " of " + condition.runs() + " runs succeeded";
    }

    private static String word(Condition condition) {
        return condition.state().wireName();
    }
}
