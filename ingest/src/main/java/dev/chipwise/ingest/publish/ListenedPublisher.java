package dev.chipwise.ingest.publish;

import dev.chipwise.schemas.domain.Event;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Hands events on to another publisher, and tells a listener what becomes of each of them. */
public final class ListenedPublisher implements Publisher {

    private final Publisher next;
    private final PublishListener listener;

    /**
     * @param next closed with this one
     */
    public ListenedPublisher(Publisher next, PublishListener listener) {
        this.next = next;
        this.listener = listener;
    }

    @Override
    public CompletionStage<Acknowledgement> publish(Event event) {
        long start = System.nanoTime();
        listener.published();
        return next.publish(event)
                .whenComplete((acknowledgement, error) -> tell(acknowledgement, start));
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

    /**
     * @param acknowledgement null where there was none
     */
    private void tell(Acknowledgement acknowledgement, long start) {
        if (acknowledgement instanceof Acknowledgement.Refused refused) {
            listener.refused(refused.reason());
        } else if (acknowledgement == null) {
            listener.undelivered();
        } else if (acknowledgement instanceof Acknowledgement.Spooled) {
            listener.spooled();
        } else {
            listener.accepted(Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
