package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Grade;
import dev.chipwise.schemas.domain.RunCounts;

/** Grades evidence by how many runs succeeded and on how many days. */
final class Grades {

    private Grades() {}

    static Grade of(RunCounts counts) {
        if (counts.successes() >= 5 && counts.days() >= 3) {
            return Grade.A;
        }
        if (counts.successes() >= 3) {
            return Grade.B;
        }
        return counts.successes() > 0 ? Grade.C : Grade.I;
    }
}
