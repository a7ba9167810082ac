package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Reason;

/**
 * Hears what the topology does, for counting. Called by every stream thread, so it must be safe for
 * many threads and quick. Topics are named without prefix.
 */
public interface ScorerListener {

    /** Hears nothing. */
    ScorerListener NONE = new ScorerListener() {};

    /** An event passed validation. */
    default void accepted(String topic) {}

    /** An accepted event changed nothing: it was there already, or is older than a full window. */
    default void unchanged(String topic) {}

    /** An event was refused. */
    default void rejected(String topic, Reason reason) {}

    /** A board was scored. */
    default void boardScored(BoardKey board) {}

    /**
     * A defect of ours kept a board from being scored; it is tried again when an event touches it
     * or the process starts again.
     */
    default void boardFailed(BoardKey board, RuntimeException defect) {}

    /** A scoring profile names what the catalogue does not score, so it is not used. */
    default void profileIgnored(String id) {}
}
