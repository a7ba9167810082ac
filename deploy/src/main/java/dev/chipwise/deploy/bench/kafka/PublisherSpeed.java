package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Figure;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Trial;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.schemas.domain.Event;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How fast one publisher validates, encodes and sends the events until all are acknowledged. */
public final class PublisherSpeed implements Trial {

    public static final Figure FIGURE =
            Figure.ceiling("a publisher: validate, encode, send, acknowledged");

    private final Supplier<Publisher> publishers;
    private final List<? extends Event> events;
    private final LongSupplier nanos;

    /**
     * @param publishers connects one; it is closed here
     */
    public PublisherSpeed(
            Supplier<Publisher> publishers, List<? extends Event> events, LongSupplier nanos) {
        this.publishers = publishers;
        this.events = List.copyOf(events);
        this.nanos = nanos;
    }

    @Override
    public void measure(Observations observations) {
        try (var publisher = publishers.get()) {
            long start = nanos.getAsLong();
            events.forEach(publisher::publish);
            publisher.flush();
            observations.addRate(FIGURE, events.size(), nanos.getAsLong() - start);
            if (publisher.counts().accepted() != events.size()) {
                throw new IllegalStateException("not all was accepted: " + publisher.counts());
            }
        }
    }
}
