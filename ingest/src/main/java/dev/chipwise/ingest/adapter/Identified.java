package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Canonical;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.EventId;
import dev.chipwise.schemas.domain.Source;
import java.util.Objects;
import java.util.function.Function;

/**
 * Gives events from files their ids: the given one, or one made from what it says. By which way an
 * event comes in is nothing that it says, so the same file has the same ids on all of them.
 */
final class Identified {

    /** Stands for every way in. Ids are made from it, so it stays as it is. */
    private static final Source ANY_WAY_IN =
            new Source(Source.Kind.IMPORT, "chipwise publish", null, null);

    private Identified() {}

    static <E extends Record & Event> E event(
            Envelope envelope, ImportContext context, Function<Envelope, E> make) {
        if (envelope.eventId() != null) {
            return make.apply(envelope);
        }
        boolean saysNoSource = Objects.equals(envelope.source(), context.source());
        var said = make.apply(saysNoSource ? cameAnyWay(envelope) : envelope);
        var id =
                EventId.derived(
                        envelope.occurredAt(), context.identity().apply(Canonical.text(said)));
        return make.apply(envelope.withEventId(id));
    }

    private static Envelope cameAnyWay(Envelope envelope) {
        return new Envelope(
                null, envelope.occurredAt(), ANY_WAY_IN, envelope.ci(), envelope.labels());
    }
}
