package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.ProfileScore.FailedGate;
import dev.chipwise.schemas.domain.ScoringProfile;
import dev.chipwise.schemas.domain.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders the hardware of a board under a profile: by lower bound, then by id. Scores are relative
 * to the best centre of the whole board, whatever was selected or gated, so that asking for less
 * never changes a score.
 */
final class Ranking {

    private final Board board;
    private final ScoringProfile profile;
    private final Selection selection;
    private final Gates gates;
    private final Utility utility;

    Ranking(
            Board board,
            ScoringProfile profile,
            Selection selection,
            Gates gates,
            Utility utility) {
        this.board = board;
        this.profile = profile;
        this.selection = selection;
        this.gates = gates;
        this.utility = utility;
    }

    /**
     * Every hardware of the board: those that passed in order of rank, then the others in order of
     * id.
     */
    List<Placed> placed() {
        var passed = new ArrayList<Candidate>();
        var others = new ArrayList<Candidate>();
        for (var contender : board.contenders()) {
            var candidate = candidate(contender);
            (candidate.passed() ? passed : others).add(candidate);
        }
        passed.sort(Candidate.RANKING);
        var placed = new ArrayList<Placed>();
        for (var candidate : passed) {
            int rank = placed.size() + 1;
            placed.add(new Placed(candidate, score(candidate, rank, tier(candidate, passed))));
        }
        for (var candidate : others) {
            placed.add(new Placed(candidate, gated(candidate)));
        }
        return placed;
    }

    private Candidate candidate(Contender contender) {
        if (contender.cells().isEmpty()) {
            return without(contender, Gates.evidence(contender.evidence(), board.evidence()));
        }
        var hardware = contender.hardware();
        Candidate best = null;
        for (var cell : contender.cells()) {
            if (selection.admits(cell.summary())) {
                var estimate = utility.measures(cell) ? utility.of(cell) : null;
                var failed = gates.failed(cell, hardware, profile, utility);
                var candidate = new Candidate(contender, cell, estimate, failed);
                boolean better = best == null || Candidate.BEST_FIRST.compare(candidate, best) < 0;
                best = better ? candidate : best;
            }
        }
        return best == null ? without(contender, Gates.selection(selection)) : best;
    }

    private static Candidate without(Contender contender, FailedGate gate) {
        return new Candidate(contender, null, null, List.of(gate));
    }

    /**
     * One more than those that are better for sure; they stand in front, since ranks follow lower
     * bounds.
     */
    private static int tier(Candidate candidate, List<Candidate> passed) {
        double upper = candidate.estimate().upper();
        int better = 0;
        while (better < passed.size() && passed.get(better).estimate().lower() > upper) {
            better++;
        }
        return 1 + better;
    }

    private ProfileScore score(Candidate candidate, int rank, int tier) {
        var estimate = candidate.estimate();
        return new ProfileScore(
                profile.id(),
                profile.version(),
                relative(estimate.centre()),
                relative(estimate.lower()),
                relative(estimate.upper()),
                rank,
                tier,
                confidence(estimate),
                candidate.cell().summary().configuration(),
                gates.memoryRequirementMb(candidate.cell()),
                utility.why(candidate.cell()),
                List.of());
    }

    private ProfileScore gated(Candidate candidate) {
        var cell = candidate.cell();
        boolean worked = cell != null && cell.counts().successes() > 0;
        return new ProfileScore(
                profile.id(),
                profile.version(),
                0,
                0,
                0,
                0,
                0,
                candidate.estimate() == null ? 0 : confidence(candidate.estimate()),
                worked ? cell.summary().configuration() : null,
                worked ? gates.memoryRequirementMb(cell) : null,
                candidate.estimate() == null ? List.of() : utility.why(cell),
                candidate.failedGates());
    }

    /**
     * In (0, 1]: nothing can be better than the best, so an upper bound ends there; tiers are the
     * same with and without.
     */
    private double relative(double utilityOrBound) {
        double ratio = StrictMath.exp(utilityOrBound - utility.best());
        return Math.min(1, Math.max(Double.MIN_VALUE, ratio));
    }

    private static double confidence(Utility.Estimate estimate) {
        return StrictMath.exp((estimate.lower() - estimate.upper()) / 2);
    }

    /** A hardware with its place under one profile. */
    record Placed(Candidate candidate, ProfileScore score) {}
}
