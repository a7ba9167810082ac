package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.Event;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What a store holds already of the ids that a batch brings. */
public interface Known {

    /** Content hashes by event id, of those ids that are there. */
    Map<String, String> hashes(Class<? extends Event> type, Collection<String> ids);

    /** Those places whose refusal is there. */
    Set<RejectedRow.RefusedAt> refusals(Collection<RejectedRow.RefusedAt> places);
}
