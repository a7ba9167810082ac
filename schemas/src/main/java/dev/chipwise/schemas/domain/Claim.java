package dev.chipwise.schemas.domain;

import java.util.Comparator;
import java.util.HexFormat;

/**
 * What an event says under its identity. Of several that claim one, the smallest stays, whichever
 * came first: the same rule for whoever scores and whoever stores.
 *
 * @param content what counts for scores and for the registry
 * @param whole all of it, labels and source included
 */
public record Claim(String content, String whole) implements Comparable<Claim> {

    private static final Comparator<Claim> SMALLEST_FIRST =
            Comparator.comparing(Claim::content).thenComparing(Claim::whole);

    private static final int HEX_DIGITS = 32;

    public static Claim of(Event event, Catalog catalog) {
        return new Claim(contentOf(event, catalog), wholeOf(event));
    }

    /** The first 128 bits of the SHA-256 of the canonical text, in hex. */
    public static String wholeOf(Event event) {
        return cut(Canonical.hash((Record) event));
    }

    /** What a run claims in its window. */
    public static String contentOf(Run run) {
        return cut(Canonical.hash(Fingerprint.of(run)));
    }

    /** Whether the two cannot both be true, rather than being told in other words. */
    public boolean contradicts(Claim other) {
        return !content.equals(other.content);
    }

    private static String contentOf(Event event, Catalog catalog) {
        if (event instanceof Result result) {
            return contentOf(Run.of(result, catalog));
        }
        if (event instanceof ModelVersion version) {
            return HexFormat.of().toHexDigits(version.registeredAt().toEpochMilli())
                    + version.content();
        }
        return "";
    }

    private static String cut(String hash) {
        return hash.substring(0, HEX_DIGITS);
    }

    @Override
    public int compareTo(Claim other) {
        return SMALLEST_FIRST.compare(this, other);
    }
}
