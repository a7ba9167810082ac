package dev.chipwise.ingest.publish;

import dev.chipwise.schemas.domain.Ci;
import dev.chipwise.schemas.domain.Event;
import java.util.concurrent.CompletionStage;

/**
 * Hands events on to another publisher, and says of those that name no CI run which one it is. The
 * event's own word wins; its id stays, so that a second run of the same file counts nothing twice.
 */
public final class CiPublisher implements Publisher {

    private final Publisher next;
    private final Ci run;

    /**
     * @param next closed with this one
     */
    public CiPublisher(Publisher next, Ci run) {
        this.next = next;
        this.run = run;
    }

    @Override
    public CompletionStage<Acknowledgement> publish(Event event) {
        var envelope = event.envelope();
        return next.publish(
                envelope.ci() == null ? event.withEnvelope(envelope.withCi(run)) : event);
    }

    @Override
    public void flush() {
        next.flush();
    }

    @Override
    public PublishCounts counts() {
        return next.counts();
    }

    @Override
    public void close() {
        next.close();
    }
}
