package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.Canonical;
import dev.chipwise.schemas.domain.Event;

/**
 * Tells two events with one id apart: the first 128 bits of the SHA-256 of the canonical text, in
 * hex. Of two, the smaller stays.
 */
public final class ContentHash {

    private static final int HEX_DIGITS = 32;

    private ContentHash() {}

    public static String of(Event event) {
        return Canonical.hash((Record) event).substring(0, HEX_DIGITS);
    }
}
