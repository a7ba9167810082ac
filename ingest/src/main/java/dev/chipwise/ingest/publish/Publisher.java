package dev.chipwise.ingest.publish;

import dev.chipwise.schemas.domain.Event;
import java.util.concurrent.CompletionStage;

/**
 * Where events are handed over to be scored and stored. Events of one model keep their order;
 * handing an event over twice changes nothing, because its id is what it is known by. Safe for use
 * by many threads; whoever makes one closes it, and it keeps no state outside of itself.
 */
public interface Publisher extends AutoCloseable {

    /**
     * Hands an event over, waiting while too many are under way: a sender is never faster than the
     * broker for long, and memory stays bounded. Not to be called after {@link #close}.
     *
     * @param event with the id made where the event was made; its subject and values are checked
     * @return what became of it; fails with {@link Undelivered} when that cannot be known, and then
     *     the event may be published again. Completes on a thread of the publisher's own, so what
     *     follows must not block.
     * @throws IllegalArgumentException when it is set up so that nothing can be delivered, such as
     *     without the token that a gateway wants
     */
    CompletionStage<Acknowledgement> publish(Event event);

    /**
     * Returns when every event handed over so far is acknowledged.
     *
     * @throws Undelivered when one of them was not; one that goes on after failures says each
     *     failure to one flush only
     * @throws IllegalArgumentException as {@link #publish}
     */
    void flush();

    /** What became of the events handed over so far; those under way are in none of the parts. */
    PublishCounts counts();

    /**
     * Flushes as far as possible in bounded time, and lets go of the connection if it is the
     * publisher's own. Throws nothing for what was not delivered: {@link #flush} first to know.
     */
    @Override
    void close();
}
