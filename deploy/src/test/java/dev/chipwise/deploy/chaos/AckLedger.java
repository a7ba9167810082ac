package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.deploy.cli.Desk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What publishers handed over and what was acknowledged to them. The store must have every
 * acknowledged event exactly once, and no event that nobody handed over. For many threads.
 */
final class AckLedger {

    private static final String STORED =
            "SELECT event_id, count(*) FROM (SELECT event_id FROM benchmark_results UNION ALL"
                    + " SELECT event_id FROM battery_results UNION ALL SELECT event_id FROM"
                    + " model_versions UNION ALL SELECT event_id FROM retractions) GROUP BY 1";

    private static final String MOST_ROWS = "10000000";
    private static final int SHOWN = 5;

    private final Set<String> handedOver = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** To be called before the event can be anywhere. */
    void handedOver(String eventId) {
        handedOver.add(eventId);
    }

    void acknowledged(String eventId) {
        acknowledged.add(eventId);
    }

    int size() {
        return acknowledged.size();
    }

    /** The store of this desk has them, or those of several desks together where it is split. */
    void assertHeldBy(Desk... desks) {
        var stored = new HashMap<String, Long>();
        for (var desk : desks) {
            stored(desk).forEach((id, times) -> stored.merge(id, times, Long::sum));
        }
        assertThat(breaches(stored)).as("acknowledged and stored differ").isEmpty();
    }

    /** Every way in which the store's counts by id are not what was acknowledged. */
    List<String> breaches(Map<String, Long> stored) {
        var breaches = new ArrayList<String>();
        var missing = new TreeSet<>(acknowledged);
        missing.removeAll(stored.keySet());
        say("acknowledged, but not stored", missing, breaches);
        var doubled = new TreeSet<String>();
        stored.forEach((id, times) -> addIf(times > 1, id, doubled));
        say("stored more than once", doubled, breaches);
        var unknown = new TreeSet<>(stored.keySet());
        unknown.removeAll(handedOver);
        say("stored, but never published", unknown, breaches);
        return breaches;
    }

    private static Map<String, Long> stored(Desk desk) {
        var answer = desk.run("query", STORED, "--output", "csv", "--max-rows", MOST_ROWS);
        assertThat(answer.code()).as(answer.err()).isZero();
        var stored = new HashMap<String, Long>();
        answer.lines().stream()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(row -> stored.put(row[0], Long.valueOf(row[1])));
        return stored;
    }

    private static void addIf(boolean condition, String id, Set<String> ids) {
        if (condition) {
            ids.add(id);
        }
    }

    private static void say(String what, Set<String> ids, List<String> breaches) {
        if (!ids.isEmpty()) {
            breaches.add(ids.size() + " " + what + ": " + ids.stream().limit(SHOWN).toList());
        }
    }
}
