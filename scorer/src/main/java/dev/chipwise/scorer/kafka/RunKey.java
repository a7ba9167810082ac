package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.Evidence;
import java.util.Map;

/**
 * Where a run lies in the store: the key of its cell, its evidence, its place. All runs of a cell
 * lie together.
 */
record RunKey(Evidence evidence, int place) {

    /** No topic key holds it: {@code Key} escapes it. */
    private static final char SEPARATOR = '\0';

    private static final Map<Evidence, Character> LETTERS =
            Map.of(Evidence.REAL, 'r', Evidence.SIMULATED, 's', Evidence.MOCK, 'm');

    static String of(String cell, Evidence evidence, int place) {
        return cell + SEPARATOR + LETTERS.get(evidence) + (char) place;
    }

    /** What the keys of a cell's runs start with, and of no other. */
    static String under(String cell) {
        return cell + SEPARATOR;
    }

    static RunKey parse(String key) {
        char letter = key.charAt(key.length() - 2);
        for (var entry : LETTERS.entrySet()) {
            if (entry.getValue() == letter) {
                return new RunKey(entry.getKey(), key.charAt(key.length() - 1));
            }
        }
        throw new IllegalStateException("no key of a run: " + key);
    }
}
