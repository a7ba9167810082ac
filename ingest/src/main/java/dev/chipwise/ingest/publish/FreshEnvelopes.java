package dev.chipwise.ingest.publish;

import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.EventId;
import dev.chipwise.schemas.domain.Source;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Envelopes for events that are made here and now, each with an id of its own. */
public final class FreshEnvelopes {

    private final RandomGenerator random;
    private final Clock clock;

    /**
     * @param random unlike that of any other publisher, so seeded by the operating system
     */
    public FreshEnvelopes(RandomGenerator random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    public Envelope next(Source source) {
        var now = clock.instant();
        var id = EventId.fresh(now, random.nextLong(), random.nextLong());
        return new Envelope(id, now, source, Map.of());
    }
}
