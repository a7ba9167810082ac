package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.Event;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a store holds already of the ids that a batch brings. */
public interface Known {

    /** Content hashes by event id, of those ids that are there. */
    Map<String, Set<String>> hashes(Class<? extends Event> type, Collection<String> ids);

    /** The rows that stand under these ids. */
    List<RawRow<?>> rows(Class<? extends Event> type, Collection<String> ids);

    /** Those places whose refusal is there. */
    Set<RejectedRow.RefusedAt> refusals(Collection<RejectedRow.RefusedAt> places);
}
