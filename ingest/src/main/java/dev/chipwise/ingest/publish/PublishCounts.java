package dev.chipwise.ingest.publish;

import dev.chipwise.schemas.domain.Reason;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many events a publisher has seen. After a flush, published = accepted + refused + spooled +
 * undelivered.
 *
 * @param published handed over
 * @param spooled on disk when its outcome was asked for, because the broker was away
 * @param undelivered neither accepted nor refused nor spooled, because the broker failed
 */
public record PublishCounts(
        long published,
        long accepted,
        long refused,
        long spooled,
        long undelivered,
        SortedMap<Reason, Long> refusedByReason) {

    public PublishCounts {
        refusedByReason = new TreeMap<>(refusedByReason);
    }
}
