package dev.chipwise.snapshotter.report;

import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.SuitabilityScore;
import java.util.List;
import java.util.Map;

/**
 * Suitability and compatibility scores, a row per board, hardware and profile.
 *
 * @param profile the only one shown, or null for all
 */
public record ScoresReport(List<SuitabilityScore> scores, String profile) implements Report {

    private static final List<String> CONTEXT =
            List.of(
                    "model",
                    "version",
                    "task",
                    "test_case",
                    "input_shape",
                    "sequence_length",
                    "profile");

    public ScoresReport {
        scores = List.copyOf(scores);
    }

    @Override
    public Table table() {
        var table =
                Table.of(
                        CONTEXT,
                        "rank",
                        "tier",
                        "hardware",
                        "score",
                        "lower",
                        "upper",
                        "confidence",
                        "evidence",
                        "configuration",
                        "memory_requirement_mb",
                        "state",
                        "level",
                        "compatibility");
        for (var score : scores) {
            score.profiles().stream()
                    .filter(entry -> profile == null || profile.equals(entry.profile()))
                    .forEach(entry -> table.row(cells(score, entry)));
        }
        return table.build();
    }

    private static Map<String, Object> cells(SuitabilityScore score, ProfileScore entry) {
        var cells = Trees.board(score.board(), score.workload());
        cells.put("profile", entry.profile());
        cells.putAll(Trees.score(score.hardware(), entry));
        cells.put("evidence", Trees.evidence(score.evidence(), score.grade(), score.runs()));
        cells.put("state", score.compatibility().state().wireName());
        cells.put("level", score.compatibility().level().wireName());
        cells.put("compatibility", score.compatibility().score());
        return cells;
    }
}
