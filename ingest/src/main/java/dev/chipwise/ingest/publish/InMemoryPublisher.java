package dev.chipwise.ingest.publish;

import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.schemas.domain.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Publishes to nobody: applies every rule and keeps, or only counts, what was accepted. */
public final class InMemoryPublisher implements Publisher {

    private final Admission admission;
    private final boolean keeps;
    private final Tally tally = new Tally();
    private final List<Event> accepted = new ArrayList<>();
    private long nextOffset;

    private InMemoryPublisher(Admission admission, boolean keeps) {
        this.admission = admission;
        this.keeps = keeps;
    }

    /** Keeps every accepted event. */
    public static InMemoryPublisher keeping(Admission admission) {
        return new InMemoryPublisher(admission, true);
    }

    /** Keeps nothing, for a dry run of any length. */
    public static InMemoryPublisher forgetting(Admission admission) {
        return new InMemoryPublisher(admission, false);
    }

    @Override
    public synchronized CompletionStage<Acknowledgement> publish(Event event) {
        tally.published();
        Acknowledgement acknowledgement =
                admission
                        .refusal(event)
                        .map(Acknowledgement.class::cast)
                        .orElseGet(() -> keep(event));
        tally.acknowledged(acknowledgement);
        return CompletableFuture.completedStage(acknowledgement);
    }

    /** The accepted events in order. */
    public synchronized List<Event> accepted() {
        return List.copyOf(accepted);
    }

    @Override
    public void flush() {
        // Everything is acknowledged at once.
    }

    @Override
    public PublishCounts counts() {
        return tally.counts();
    }

    @Override
    public void close() {
        // There is nothing to let go of.
    }

    private Accepted keep(Event event) {
        if (keeps) {
            accepted.add(event);
        }
        return new Accepted(event.envelope().eventId(), "memory", 0, nextOffset++);
    }
}
