package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Envelope;
import java.time.Instant;

/** Says when a result was measured: the file's word, else the user's, else that nobody knows. */
final class Occurrence {

    private Occurrence() {}

    /**
     * An envelope without id.
     *
     * @param measured what the file says, or null
     */
    static Envelope envelope(Instant measured, Labels labels, ImportContext context) {
        var occurredAt = measured == null ? context.occurredAt() : measured;
        if (occurredAt == null) {
            labels.put(AiHubEvents.TIME_UNKNOWN_LABEL, "true");
            occurredAt = AiHubEvents.TIME_UNKNOWN;
        }
        return new Envelope(null, occurredAt, context.source(), labels.all());
    }
}
