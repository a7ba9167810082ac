package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Reason;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a listener is told. */
final class Heard implements ScorerListener {

    final List<String> accepted = new ArrayList<>();
    final List<String> unchanged = new ArrayList<>();
    final List<Reason> rejected = new ArrayList<>();
    final List<BoardKey> scored = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    final List<String> ignoredProfiles = new ArrayList<>();

    @Override
    public void accepted(String topic) {
        accepted.add(topic);
    }

    @Override
    public void unchanged(String topic) {
        unchanged.add(topic);
    }

    @Override
    public void rejected(String topic, Reason reason) {
        rejected.add(reason);
    }

    @Override
    public void boardScored(BoardKey board) {
        scored.add(board);
    }

    @Override
    public void boardFailed(BoardKey board, RuntimeException defect) {
        failures.add(defect.toString());
    }

    @Override
    public void profileIgnored(String id) {
        ignoredProfiles.add(id);
    }
}
