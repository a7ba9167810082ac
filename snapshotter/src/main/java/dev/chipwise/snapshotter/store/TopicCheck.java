package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Claim;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.snapshotter.store.Contents.RawPosition;
import dev.chipwise.snapshotter.store.Finding.Invariant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checks the raw rows of a store against the topics that they came from (I1, I2). */
final class TopicCheck {

    private final Contents contents;
    private final TopicReader topics;
    private final Catalog catalog;
    private final List<Finding> findings = new ArrayList<>();

    /** The event that should be there, of all that claim its identity, and where it may stand. */
    private static final class Expected {

        private final String eventId;
        private final Claim claim;

        /** First offset by partition: a topic that got more partitions may have it in two. */
        private final SortedMap<Integer, Long> places = new TreeMap<>();

        private boolean found;

        Expected(Event event, Claim claim, int partition, long offset) {
            this.eventId = event.envelope().eventId();
            this.claim = claim;
            places.put(partition, offset);
        }

        Expected or(Expected later) {
            int order = later.claim.compareTo(claim);
            if (order == 0) {
                later.places.forEach(places::putIfAbsent);
            }
            return order < 0 ? later : this;
        }
    }

    TopicCheck(Contents contents, TopicReader topics, Catalog catalog) {
        this.contents = contents;
        this.topics = topics;
        this.catalog = catalog;
    }

    List<Finding> find() {
        var byTopic = new TreeMap<String, List<LaneProgress>>();
        for (var progress : contents.progress().lanes().values()) {
            if (KeptTopics.EVENTS.contains(progress.lane().topic())) {
                byTopic.computeIfAbsent(progress.lane().topic(), any -> new ArrayList<>())
                        .add(progress);
            }
        }
        byTopic.forEach(this::check);
        return findings;
    }

    private void check(String topic, List<LaneProgress> lanes) {
        var byIdentity = new HashMap<String, Expected>();
        var firsts = new HashMap<Lane, Long>();
        for (var progress : lanes) {
            int partition = progress.lane().partition();
            firsts.put(
                    progress.lane(),
                    topics.read(
                            progress.lane(),
                            progress.startOffset(),
                            progress.nextOffset(),
                            arrival -> expect(arrival, partition, byIdentity)));
        }
        compareRows(topic, byIdentity.values(), firsts);
    }

    private void compareRows(String topic, Collection<Expected> wanted, Map<Lane, Long> firsts) {
        var byContent = new HashMap<String, Expected>();
        wanted.forEach(event -> byContent.put(event.claim.whole(), event));
        var older = new HashSet<String>();
        firsts.forEach(
                (lane, first) ->
                        contents.positions(
                                topic,
                                lane.partition(),
                                row -> {
                                    var expected = byContent.get(row.contentHash());
                                    if (row.offset() >= first) {
                                        compare(lane, row, expected);
                                    } else {
                                        older.add(row.eventId());
                                    }
                                    if (expected != null) {
                                        expected.found = true;
                                    }
                                }));
        for (var event : wanted) {
            // What retention has deleted may have been the smaller claim.
            if (!event.found && !older.contains(event.eventId)) {
                miss(topic, event);
            }
        }
    }

    private void expect(Arrival arrival, int partition, Map<String, Expected> byIdentity) {
        if (arrival.stored() instanceof Stored.Accepted accepted) {
            var event = accepted.event();
            var claim = Claim.of(event, catalog);
            byIdentity.merge(
                    event.identity(),
                    new Expected(event, claim, partition, arrival.offset()),
                    Expected::or);
        }
    }

    private void compare(Lane lane, RawPosition row, Expected expected) {
        if (expected == null) {
            add(lane, row, "is in the store, but not in its topic");
        } else if (!expected.eventId.equals(row.eventId())) {
            add(lane, row, "is " + expected.eventId + " in its topic");
        } else if (expected.found) {
            add(lane, row, "is in the store twice");
        } else if (!expected.places.containsValue(row.offset())) {
            add(
                    lane,
                    row,
                    "stands at offset "
                            + row.offset()
                            + ", but its topic has it at "
                            + expected.places.values());
        }
    }

    private void add(Lane lane, RawPosition row, String detail) {
        findings.add(new Finding(Invariant.I2, lane.topic(), row.eventId(), detail));
    }

    private void miss(String topic, Expected event) {
        var detail =
                "is at offset " + event.places.values() + " of its topic, but not in the store";
        findings.add(new Finding(Invariant.I1, topic, event.eventId, detail));
    }
}
