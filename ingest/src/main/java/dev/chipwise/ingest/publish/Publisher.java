package dev.chipwise.ingest.publish;

import dev.chipwise.schemas.domain.Event;
import java.util.concurrent.CompletionStage;

/**
 * Where events are handed over to be scored and stored. Events of one model keep their order;
 * handing an event over twice changes nothing. Safe for use by many threads.
 */
public interface Publisher extends AutoCloseable {

    /**
     * Hands an event over, waiting while too many are under way.
     *
     * @return what became of it; fails with {@link Undelivered} when that cannot be known, and then
     *     the event may be published again. Completes on a thread of the publisher's own, so what
     *     follows must not block.
     */
    CompletionStage<Acknowledgement> publish(Event event);

    /**
     * Returns when every event handed over so far is acknowledged.
     *
     * @throws Undelivered when one of them was not
     */
    void flush();

    PublishCounts counts();

    /** Flushes as far as possible, and lets go of the connection. */
    @Override
    void close();
}
