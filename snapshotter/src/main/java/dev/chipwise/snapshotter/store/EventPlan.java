package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Claim;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a batch changes among the events of one kind. An event that arrives again changes nothing;
 * of several that claim one identity the smallest {@link Claim} stays, as it does for scores.
 */
final class EventPlan {

    private final Catalog catalog;
    private final Map<String, Set<String>> known;
    private final Map<String, RawRow<?>> contested = new LinkedHashMap<>();
    private final Map<String, RawRow<?>> inserts = new LinkedHashMap<>();
    private final Set<String> replaced = new LinkedHashSet<>();

    /** What becomes of an arrival. */
    enum Decision {
        FRESH,
        DUPLICATE,
        REJECTED
    }

    /**
     * A plan without arrivals.
     *
     * @param known content hashes that are stored, by event id
     * @param contested rows that are stored under an id that arrives with other content
     */
    EventPlan(
            Catalog catalog,
            Map<String, Set<String>> known,
            Collection<? extends RawRow<?>> contested) {
        this.catalog = catalog;
        this.known = known;
        contested.forEach(row -> this.contested.put(row.event().identity(), row));
    }

    Collection<RawRow<?>> inserts() {
        return inserts.values();
    }

    /** Content hashes of stored rows that give way. */
    Set<String> replaced() {
        return replaced;
    }

    Decision add(RawRow<?> row) {
        if (known.getOrDefault(row.eventId(), Set.of()).contains(row.contentHash())) {
            return Decision.DUPLICATE;
        }
        var identity = row.event().identity();
        var waiting = inserts.get(identity);
        var incumbent = waiting == null ? contested.get(identity) : waiting;
        if (incumbent == null) {
            inserts.put(identity, row);
            return Decision.FRESH;
        }
        var claim = Claim.of(row.event(), catalog);
        var claimed = Claim.of(incumbent.event(), catalog);
        if (claim.compareTo(claimed) < 0) {
            inserts.put(identity, row);
            if (waiting == null) {
                replaced.add(incumbent.contentHash());
            }
        }
        return claim.contradicts(claimed) ? Decision.REJECTED : Decision.DUPLICATE;
    }
}
