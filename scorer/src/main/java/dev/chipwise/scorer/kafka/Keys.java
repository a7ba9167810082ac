package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.BoardKey;

/** Prefixes to scan stores by. */
final class Keys {

    private Keys() {}

    /**
     * What the keys of a board start with, and of no other: without its end, v1 would take in v10.
     */
    static String under(BoardKey board) {
        return board.topicKey() + "|";
    }
}
