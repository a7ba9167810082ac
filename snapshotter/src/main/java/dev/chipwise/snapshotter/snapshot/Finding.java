package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import dev.chipwise.schemas.domain.CompatibilityChange.Severity;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;

/** What was found in one place: the parts of a change that do not say where. */
record Finding(
        Kind kind,
        String metric,
        String before,
        String after,
        Double relativeChange,
        Double pValue,
        Verdict verdict,
        Severity severity,
        int runsBefore,
        int runsAfter,
        int runsNeeded,
        String evidence) {

    /** A finding that is not about a metric. */
    static Finding of(Kind kind, String before, String after, Verdict verdict, String evidence) {
        return new Finding(
                kind, null, before, after, null, null, verdict, Severity.NONE, 0, 0, 0, evidence);
    }

    Finding withRuns(int before, int after, int needed) {
        return new Finding(
                kind,
                metric,
                this.before,
                this.after,
                relativeChange,
                pValue,
                verdict,
                severity,
                before,
                after,
                needed,
                evidence);
    }

    Finding withSeverity(Severity graver) {
        return new Finding(
                kind,
                metric,
                before,
                after,
                relativeChange,
                pValue,
                verdict,
                graver,
                runsBefore,
                runsAfter,
                runsNeeded,
                evidence);
    }

    /** How much a regression of this size matters. */
    static Severity severity(Verdict verdict, double relativeChange) {
        if (verdict != Verdict.REGRESSED || relativeChange < 0.05) {
            return Severity.NONE;
        }
        if (relativeChange < 0.10) {
            return Severity.LOW;
        }
        if (relativeChange < 0.15) {
            return Severity.MEDIUM;
        }
        return relativeChange < 0.25 ? Severity.HIGH : Severity.CRITICAL;
    }
}
