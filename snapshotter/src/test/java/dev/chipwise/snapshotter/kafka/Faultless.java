package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.snapshotter.store.Arrival;
import dev.chipwise.snapshotter.store.Batch;
import dev.chipwise.snapshotter.store.Contents;
import dev.chipwise.snapshotter.store.InMemoryResultStore;
import dev.chipwise.snapshotter.store.LaneProgress;
import dev.chipwise.snapshotter.store.Slice;
import java.util.ArrayList;
import java.util.List;

/** The same topics stored in one go, before anything was taken away from them. */
final class Faultless {

    private static final List<Class<? extends Record>> LATEST =
            List.of(
                    CellSummary.class,
                    SuitabilityScore.class,
                    Recommendation.class,
                    CompatibilitySnapshot.class);

    private Faultless() {}

    static Contents contents(SimulatedTopics topics) {
        var store = new InMemoryResultStore();
        var slices = new ArrayList<Slice>();
        for (var log : topics.all()) {
            store.start(List.of(LaneProgress.starting(log.lane(), 0)));
            if (!log.entries().isEmpty()) {
                slices.add(new Slice(log.lane(), 0, log.entries().size(), -1, arrivals(log)));
            }
        }
        store.write(new Batch(slices));
        return store.contents();
    }

    private static List<Arrival> arrivals(SimulatedLog log) {
        var arrivals = new ArrayList<Arrival>();
        for (var entry : log.entries()) {
            if (entry.isCommitted()) {
                arrivals.add(log.arrival(entry, SimulatedTopics.READER));
            }
        }
        return arrivals;
    }

    /**
     * What the set of records decides. Where an event stands is left out: of two equal ones in
     * different partitions, whichever is read first stays.
     */
    static List<Object> decided(Contents contents) {
        var facts = new ArrayList<Object>();
        for (var model : contents.models()) {
            contents.events(model).forEach(row -> facts.add(row.event()));
        }
        for (var type : LATEST) {
            contents.latest(type).forEach(row -> facts.addAll(List.of(row.key(), row.value())));
        }
        contents.rejections()
                .forEach(row -> facts.addAll(List.of(row.refusedAt(), row.result().reason())));
        contents.changes().forEach(row -> facts.addAll(List.of(row.offset(), row.change())));
        contents.progress()
                .lanes()
                .forEach((lane, at) -> facts.addAll(List.of(lane, at.nextOffset())));
        return facts;
    }
}
