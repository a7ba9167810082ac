package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Canonical;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Grade;
import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.RunCounts;
import dev.chipwise.schemas.domain.SuitabilityScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Writes the scores of every hardware of a board from how it stands under each profile. */
final class ScoreSheet {

    private final CompatibilityRules rules;
    private final Components components;

    ScoreSheet(CompatibilityRules rules, Components components) {
        this.rules = rules;
        this.components = components;
    }

    /** In order of hardware id, each with its profiles in the order of the standings. */
    List<SuitabilityScore> scores(Board board, List<Standing> standings) {
        var best = components.best(board.cells());
        var byHardware = new HashMap<String, List<ProfileScore>>();
        for (var standing : standings) {
            for (var placed : standing.placed()) {
                byHardware
                        .computeIfAbsent(
                                placed.candidate().contender().id(), id -> new ArrayList<>())
                        .add(placed.score());
            }
        }
        return board.contenders().stream()
                .map(contender -> score(board, contender, best, byHardware))
                .toList();
    }

    private SuitabilityScore score(
            Board board,
            Contender contender,
            SortedMap<String, Double> best,
            Map<String, List<ProfileScore>> byHardware) {
        return new SuitabilityScore(
                board.key(),
                board.workload(),
                contender.hardware(),
                rules.judge(contender.cells()),
                components.of(contender, best),
                byHardware.getOrDefault(contender.id(), List.of()),
                contender.evidence(),
                grade(contender.summaries()),
                contender.summaries().stream().mapToInt(cell -> tried(cell.counts())).sum(),
                contender.newest(),
                hash(contender.summaries()));
    }

    /** Of the best evidenced configuration. */
    private static Grade grade(List<CellSummary> summaries) {
        return summaries.stream()
                .map(cell -> Grades.of(cell.counts()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    static int tried(RunCounts counts) {
        return counts.successes() + counts.failures();
    }

    /**
     * Of this hardware's own cells: a rival's run that moves no number here leaves the record as it
     * was.
     */
    private static String hash(List<CellSummary> summaries) {
        var text = new StringBuilder();
        summaries.forEach(
                cell ->
                        text.append(cell.key().configuration())
                                .append('\n')
                                .append(cell.inputsHash())
                                .append('\n'));
        return Canonical.hash(text.toString());
    }
}
