package dev.chipwise.ingest.publish;

import dev.chipwise.schemas.domain.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what becomes of events, from many threads. */
public final class Tally {

    private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    private long published;
    private long accepted;
    private long spooled;
    private long undelivered;

    public synchronized void published() {
        published++;
    }

    public synchronized void acknowledged(Acknowledgement acknowledgement) {
        if (acknowledgement instanceof Acknowledgement.Refused refused) {
            reasons.merge(refused.reason(), 1L, Long::sum);
        } else if (acknowledgement instanceof Acknowledgement.Spooled) {
            spooled++;
        } else {
            accepted++;
        }
    }

    public synchronized void undelivered() {
        undelivered++;
    }

    public synchronized PublishCounts counts() {
        long refused = reasons.values().stream().mapToLong(Long::longValue).sum();
        return new PublishCounts(
                published, accepted, refused, spooled, undelivered, new TreeMap<>(reasons));
    }
}
