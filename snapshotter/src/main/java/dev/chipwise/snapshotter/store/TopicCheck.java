package dev.chipwise.snapshotter.store;

import dev.chipwise.snapshotter.store.Contents.RawPosition;
import dev.chipwise.snapshotter.store.Finding.Invariant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks the raw rows of a store against the topics that they came from (I1, I2), lane by lane. */
final class TopicCheck {

    private final Contents contents;
    private final TopicReader topics;
    private final List<Finding> findings = new ArrayList<>();

    /** What should be there of one id. */
    private static final class Expected {

        private String contentHash;
        private long offset;
        private boolean found;

        Expected(String contentHash, long offset) {
            this.contentHash = contentHash;
            this.offset = offset;
        }
    }

    TopicCheck(Contents contents, TopicReader topics) {
        this.contents = contents;
        this.topics = topics;
    }

    List<Finding> find() {
        var missing = new TreeMap<String, Map<String, Expected>>();
        for (var progress : contents.progress().lanes().values()) {
            if (KeptTopics.EVENTS.contains(progress.lane().topic())) {
                missing.computeIfAbsent(progress.lane().topic(), any -> new TreeMap<>())
                        .putAll(missingOf(progress));
            }
        }
        missing.forEach(this::forgiveThoseThatGaveWay);
        missing.forEach(
                (topic, events) ->
                        events.forEach(
                                (id, event) ->
                                        add(
                                                Invariant.I1,
                                                topic,
                                                id,
                                                "is at offset "
                                                        + event.offset
                                                        + " of its topic, but not in the store")));
        return findings;
    }

    /** Compares one lane; what the store should have and has not. */
    private Map<String, Expected> missingOf(LaneProgress progress) {
        var lane = progress.lane();
        var expected = new HashMap<String, Expected>();
        long first =
                topics.read(
                        lane,
                        progress.startOffset(),
                        progress.nextOffset(),
                        arrival -> expect(arrival, expected));
        contents.positions(
                lane.topic(),
                lane.partition(),
                row -> {
                    if (row.offset() >= first) {
                        compare(lane, row, expected.get(row.eventId()));
                    }
                });
        expected.values().removeIf(event -> event.found);
        return expected;
    }

    private static void expect(Arrival arrival, Map<String, Expected> expected) {
        if (arrival.stored() instanceof Stored.Accepted accepted) {
            var id = accepted.event().envelope().eventId();
            var hash = ContentHash.of(accepted.event());
            var incumbent =
                    expected.computeIfAbsent(id, any -> new Expected(hash, arrival.offset()));
            if (hash.compareTo(incumbent.contentHash) < 0) {
                incumbent.contentHash = hash;
                incumbent.offset = arrival.offset();
            }
        }
    }

    private void compare(Lane lane, RawPosition row, Expected expected) {
        if (expected == null) {
            add(Invariant.I2, lane.topic(), row.eventId(), "is in the store, but not in its topic");
            return;
        }
        if (expected.found) {
            add(Invariant.I2, lane.topic(), row.eventId(), "is in the store twice");
        } else if (row.offset() != expected.offset) {
            add(
                    Invariant.I2,
                    lane.topic(),
                    row.eventId(),
                    "stands at offset "
                            + row.offset()
                            + ", but its topic has it at "
                            + expected.offset);
        } else if (!row.contentHash().equals(expected.contentHash)) {
            add(Invariant.I2, lane.topic(), row.eventId(), "has other content than in its topic");
        }
        expected.found = true;
    }

    /**
     * An id is kept once, perhaps as read from another partition: with the smallest of its
     * contents, or with this one when the topic got more partitions before it came again.
     */
    private void forgiveThoseThatGaveWay(String topic, Map<String, Expected> missing) {
        if (missing.isEmpty()) {
            return;
        }
        for (var lane : contents.progress().lanes().keySet()) {
            if (lane.topic().equals(topic)) {
                contents.positions(
                        topic,
                        lane.partition(),
                        row -> {
                            var event = missing.get(row.eventId());
                            if (event != null
                                    && row.contentHash().compareTo(event.contentHash) <= 0) {
                                missing.remove(row.eventId());
                            }
                        });
            }
        }
    }

    private void add(Invariant invariant, String table, String key, String detail) {
        findings.add(new Finding(invariant, table, key, detail));
    }
}
