package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.RejectedResult;

/** What a record of a topic means to a store. */
public sealed interface Stored {

    /** A valid event, kept for ever. */
    record Accepted(Event event) implements Stored {}

    /** The newest value of a key on a compacted topic. */
    record Current(String key, Record value) implements Stored {}

    /** A tombstone: the key has no value any more. */
    record Gone(Class<? extends Record> type, String key) implements Stored {}

    /** A difference that the snapshotter reported. */
    record Changed(CompatibilityChange change) implements Stored {}

    /**
     * What the scorer refused, kept with its reason.
     *
     * @param eventId id of the refused event, or null when it cannot be read
     */
    record Rejected(RejectedResult result, String eventId) implements Stored {}

    /**
     * An event that the sink refuses as the scorer does: counted here, kept by its {@link
     * Rejected}.
     */
    record Refused(Reason reason) implements Stored {}

    /**
     * A record of our own stages that cannot be read: counted as rejected, and kept, since nobody
     * else would.
     */
    record Unreadable(RejectedResult result) implements Stored {}
}
