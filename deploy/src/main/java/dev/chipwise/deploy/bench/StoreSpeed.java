package dev.chipwise.deploy.bench;

import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.snapshotter.store.Arrival;
import dev.chipwise.snapshotter.store.Batch;
import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.LaneProgress;
import dev.chipwise.snapshotter.store.ResultStore;
import dev.chipwise.snapshotter.store.Slice;
import dev.chipwise.snapshotter.store.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How fast an empty store takes the events, without Kafka, in batches that are ready before. */
public final class StoreSpeed implements Trial {

    public static final Figure FIGURE = Figure.ceiling("DuckDB, the store alone");

    private static final int BATCH = 10_000;
    private static final String CLUSTER = "bench";

    private final Supplier<ResultStore> stores;
    private final Topics topics;
    private final List<Event> events;
    private final LongSupplier nanos;

    /**
     * @param stores opens an empty store; it is closed here
     */
    public StoreSpeed(
            Supplier<ResultStore> stores,
            Topics topics,
            List<? extends Event> events,
            LongSupplier nanos) {
        this.stores = stores;
        this.topics = topics;
        this.events = List.copyOf(events);
        this.nanos = nanos;
    }

    @Override
    public void measure(Observations observations) {
        var next = new TreeMap<Lane, Long>();
        var batches = batches(next);
        try (var store = stores.get()) {
            store.start(
                    next.keySet().stream().map(lane -> LaneProgress.starting(lane, 0)).toList());
            long start = nanos.getAsLong();
            batches.forEach(store::write);
            observations.addRate(FIGURE, events.size(), nanos.getAsLong() - start);
        }
    }

    private List<Batch> batches(Map<Lane, Long> next) {
        var batches = new ArrayList<Batch>();
        for (int from = 0; from < events.size(); from += BATCH) {
            int to = StrictMath.min(events.size(), from + BATCH);
            batches.add(batch(events.subList(from, to), next));
        }
        return batches;
    }

    private Batch batch(List<Event> events, Map<Lane, Long> next) {
        var arrivals = new TreeMap<Lane, List<Arrival>>();
        for (var event : events) {
            var lane = lane(event);
            var arrived = arrivals.computeIfAbsent(lane, any -> new ArrayList<>());
            long offset = next.getOrDefault(lane, 0L) + arrived.size();
            arrived.add(
                    new Arrival(offset, event.envelope().occurredAt(), new Stored.Accepted(event)));
        }
        var slices = new ArrayList<Slice>();
        arrivals.forEach(
                (lane, arrived) -> {
                    long from = next.getOrDefault(lane, 0L);
                    long to = from + arrived.size();
                    slices.add(new Slice(lane, from, to, 0, arrived));
                    next.put(lane, to);
                });
        return new Batch(slices);
    }

    private Lane lane(Event event) {
        var topic = Wire.topic(event, topics);
        return new Lane(CLUSTER, topic.fullName(), topic.name(), 0);
    }
}
