package dev.chipwise.schemas.samples;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Compatibility;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Grade;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.RunCounts;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.Random;

/** Random records of every shape that our own stages write. */
public final class RandomScores {

    private final RandomParts any;

    public RandomScores(Random random) {
        any = new RandomParts(random);
    }

    public CellSummary cellSummary() {
        return new CellSummary(
                any.cell(),
                any.workload(),
                any.hardware(),
                any.configuration(),
                any.constant(Evidence.class),
                any.list(this::metricSummary),
                runCounts(),
                any.orNull(any::instant),
                any.text(),
                any.text());
    }

    public SuitabilityScore suitabilityScore() {
        return new SuitabilityScore(
                any.board(),
                any.workload(),
                any.hardware(),
                compatibility(),
                any.map(any::number),
                any.list(this::profileScore),
                any.constant(Evidence.class),
                any.constant(Grade.class),
                any.count(),
                any.orNull(any::instant),
                any.text());
    }

    public Recommendation recommendation() {
        return new Recommendation(
                any.board(),
                any.workload(),
                any.text(),
                any.count(),
                any.orNull(any::instant),
                any.constant(Evidence.class),
                any.list(any::text),
                any.list(this::ranked),
                any.list(this::excluded),
                new Recommendation.News(
                        any.count(), any.coin(), any.orNull(any::text), any.text()));
    }

    public CompatibilitySnapshot compatibilitySnapshot() {
        return new CompatibilitySnapshot(
                new VersionKey(any.text(), any.text()),
                any.list(this::entry),
                any.count(),
                any.text(),
                any.orNull(any::instant));
    }

    public CompatibilityChange compatibilityChange() {
        return new CompatibilityChange(
                any.text(),
                any.orNull(any::text),
                any.text(),
                any.workload(),
                any.hardware(),
                any.orNull(any::configuration),
                any.constant(CompatibilityChange.Kind.class),
                any.orNull(any::text),
                any.orNull(any::text),
                any.orNull(any::text),
                any.orNull(any::number),
                any.orNull(any::number),
                any.constant(CompatibilityChange.Verdict.class),
                any.constant(CompatibilityChange.Severity.class),
                any.count(),
                any.count(),
                any.count(),
                any.text());
    }

    private MetricSummary metricSummary() {
        return new MetricSummary(
                any.text(),
                any.count(),
                any.number(),
                any.number(),
                any.number(),
                any.number(),
                any.number(),
                any.number());
    }

    private RunCounts runCounts() {
        return new RunCounts(
                any.count(),
                any.count(),
                any.count(),
                any.count(),
                any.count(),
                any.map(any::count),
                any.count(),
                any.list(any::uuid));
    }

    private Compatibility compatibility() {
        return new Compatibility(
                any.constant(Compatibility.State.class),
                any.constant(Compatibility.Level.class),
                any.number(),
                any.count(),
                any.count(),
                any.map(any::count),
                any.list(any::uuid));
    }

    private ProfileScore profileScore() {
        return new ProfileScore(
                any.text(),
                any.count(),
                any.number(),
                any.number(),
                any.number(),
                any.count(),
                any.count(),
                any.number(),
                any.orNull(any::configuration),
                any.orNull(any::number),
                any.list(this::contribution),
                any.list(() -> new ProfileScore.FailedGate(any.text(), any.text())));
    }

    private ProfileScore.Contribution contribution() {
        return new ProfileScore.Contribution(
                any.text(), any.orNull(any::number), any.number(), any.number());
    }

    private Recommendation.Ranked ranked() {
        return new Recommendation.Ranked(
                any.hardware(),
                any.constant(Grade.class),
                any.count(),
                any.constant(Compatibility.State.class),
                profileScore());
    }

    private Recommendation.Excluded excluded() {
        return new Recommendation.Excluded(
                any.hardware(), any.constant(Compatibility.State.class), any.text(), any.text());
    }

    private CompatibilitySnapshot.Entry entry() {
        return new CompatibilitySnapshot.Entry(
                any.workload(),
                any.hardware(),
                any.constant(Compatibility.State.class),
                any.constant(Compatibility.Level.class),
                any.number(),
                any.number(),
                any.orNull(any::configuration),
                any.orNull(any::number),
                any.constant(Evidence.class),
                any.constant(Grade.class),
                any.count(),
                any.orNull(any::instant));
    }
}
