package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Canonical;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.EventId;
import java.util.function.Function;

/** Gives events from files their ids: the given one, or one made from what it says. */
final class Identified {

    private Identified() {}

    static <E extends Record & Event> E event(
            Envelope envelope, ImportContext context, Function<Envelope, E> make) {
        var event = make.apply(envelope);
        if (envelope.eventId() != null) {
            return event;
        }
        var id =
                EventId.derived(
                        envelope.occurredAt(), context.identity().apply(Canonical.text(event)));
        return make.apply(envelope.withEventId(id));
    }
}
