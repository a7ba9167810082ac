package dev.chipwise.snapshotter.report;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Compatibility;
import dev.chipwise.schemas.domain.Compatibility.Level;
import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import dev.chipwise.schemas.domain.CompatibilityChange.Severity;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.CompatibilitySnapshot.Entry;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Grade;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.ProfileScore.Contribution;
import dev.chipwise.schemas.domain.ProfileScore.FailedGate;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Recommendation.Excluded;
import dev.chipwise.schemas.domain.Recommendation.News;
import dev.chipwise.schemas.domain.Recommendation.Ranked;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.schemas.samples.Samples;
import java.util.List;
import java.util.TreeMap;

/** One report of each kind, about three devices of the samples. */
final class Answers {

    static final Configuration ON_NPU =
            new Configuration("tflite", "2.16", "qnn", "int8", "w8a8", 1, 4);

    private static final BoardKey BOARD =
            new BoardKey(Samples.MODEL, Samples.VERSION, Samples.WORKLOAD.id());
    private static final FailedGate GATE =
            new FailedGate("state", "broken: 3 of 3 newest runs failed (out_of_memory)");

    private Answers() {}

    static RecommendationReport recommendation(int topK) {
        return new RecommendationReport(List.of(ranking()), topK, Catalog.shipped());
    }

    static Recommendation ranking() {
        return new Recommendation(
                BOARD,
                Samples.WORKLOAD,
                "balanced",
                1,
                Samples.at(90),
                Evidence.REAL,
                List.of("energy_per_inference_mj"),
                List.of(
                        new Ranked(Samples.gpu(), Grade.A, 12, State.WORKS, best()),
                        new Ranked(Samples.phone(), Grade.C, 1, State.FLAKY, second())),
                List.of(new Excluded(Samples.cpu(), State.BROKEN, GATE.gate(), GATE.detail())),
                News.NONE);
    }

    static ScoresReport scores(String profile) {
        return new ScoresReport(
                List.of(
                        score(Samples.gpu(), Grade.A, 12, State.WORKS, best()),
                        score(Samples.phone(), Grade.C, 1, State.FLAKY, second()),
                        score(Samples.cpu(), Grade.B, 3, State.BROKEN, out())),
                profile);
    }

    static SnapshotReport snapshot() {
        var entries =
                List.of(
                        entry(Samples.gpu(), State.WORKS, Level.FULL, best()),
                        entry(Samples.cpu(), State.BROKEN, Level.NOT_SUPPORTED, out()));
        return new SnapshotReport(
                new CompatibilitySnapshot(
                        new VersionKey(Samples.MODEL, Samples.VERSION),
                        entries,
                        7,
                        "5e884898da28047151d0e56f8dc62927",
                        Samples.at(90)));
    }

    static ChangesReport changes() {
        var slower = change(Kind.METRIC, "latency_mean_ms", "12.5", "14", 0.12, Verdict.REGRESSED);
        var unknown =
                change(Kind.METRIC, "memory_peak_mb", null, "210", null, Verdict.INCONCLUSIVE);
        var broke = change(Kind.BROKE, null, "works", "broken", null, Verdict.CERTAIN);
        return new ChangesReport("v1.0.0", "v1.1.0", List.of(slower, unknown, broke));
    }

    static CompatibilityChange change(
            Kind kind,
            String metric,
            String before,
            String after,
            Double relativeChange,
            Verdict verdict) {
        return new CompatibilityChange(
                Samples.MODEL,
                "v1.0.0",
                "v1.1.0",
                Samples.WORKLOAD,
                Samples.phone(),
                kind == Kind.METRIC ? ON_NPU : null,
                kind,
                metric,
                before,
                after,
                relativeChange,
                relativeChange == null ? null : 0.0004,
                verdict,
                verdict == Verdict.REGRESSED ? Severity.MEDIUM : Severity.NONE,
                5,
                6,
                verdict == Verdict.INCONCLUSIVE ? 9 : 0,
                "by the samples");
    }

    private static ProfileScore best() {
        var why =
                List.of(
                        new Contribution("latency_mean_ms", 12.5, 0.3, 0),
                        new Contribution("memory_peak_mb", 1536.25, 0.2, -0.0625));
        return score(1, 0.9375, Samples.CONFIGURATION, 1536.25, why, List.of());
    }

    private static ProfileScore second() {
        var why = List.of(new Contribution("latency_mean_ms", null, 0.3, -0.6931471805599453));
        return score(2, 0.5, ON_NPU, null, why, List.of());
    }

    private static ProfileScore out() {
        return score(0, 0, null, null, List.of(), List.of(GATE));
    }

    private static ProfileScore score(
            int rank,
            double score,
            Configuration configuration,
            Double memoryMb,
            List<Contribution> why,
            List<FailedGate> failed) {
        return new ProfileScore(
                "balanced",
                1,
                score,
                score * 0.9,
                score * 1.0625,
                rank,
                rank,
                score == 0 ? 0 : 0.96,
                configuration,
                memoryMb,
                why,
                failed);
    }

    private static SuitabilityScore score(
            Hardware hardware, Grade grade, int runs, State state, ProfileScore score) {
        var compatibility =
                new Compatibility(state, Level.FULL, 0.75, runs, 0, new TreeMap<>(), List.of());
        return new SuitabilityScore(
                BOARD,
                Samples.WORKLOAD,
                hardware,
                compatibility,
                new TreeMap<>(),
                List.of(score),
                Evidence.SIMULATED,
                grade,
                runs,
                Samples.at(90),
                "hash");
    }

    private static Entry entry(Hardware hardware, State state, Level level, ProfileScore score) {
        return new Entry(
                Samples.WORKLOAD,
                hardware,
                state,
                level,
                0.75,
                score.score(),
                score.configuration(),
                score.memoryRequirementMb(),
                Evidence.REAL,
                Grade.B,
                3,
                Samples.at(60));
    }
}
