package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.Claim;
import dev.chipwise.schemas.domain.Event;
import java.time.Instant;

/**
 * An event as a store keeps it, with where it was read.
 *
 * @param contentHash {@link Claim#wholeOf} of the event
 * @param topic name without prefix
 */
public record RawRow<E extends Event>(
        E event,
        String contentHash,
        String topic,
        int partition,
        long offset,
        Instant recordedAt,
        long batch) {

    static RawRow<?> of(Event event, Lane lane, Arrival arrival, long batch) {
        return new RawRow<>(
                event,
                Claim.wholeOf(event),
                lane.topic(),
                lane.partition(),
                arrival.offset(),
                arrival.recordedAt(),
                batch);
    }

    public String eventId() {
        return event.envelope().eventId();
    }
}
