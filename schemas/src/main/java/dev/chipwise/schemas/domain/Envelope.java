package dev.chipwise.schemas.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who says what when: the part that every event has.
 *
 * @param eventId UUID, made once where the event is made: the idempotency key
 * @param occurredAt when it was measured, UTC, kept to the microsecond
 * @param ci the CI run that published it, or null
 * @param labels free text for people, bounded by {@link ResultValidator}
 */
public record Envelope(
        String eventId,
        Instant occurredAt,
        Source source,
        Ci ci,
        SortedMap<String, String> labels) {

    public Envelope {
        occurredAt = occurredAt == null ? null : occurredAt.truncatedTo(ChronoUnit.MICROS);
        labels = labels == null ? new TreeMap<>() : new TreeMap<>(labels);
    }

    public Envelope(String eventId, Instant occurredAt, Source source, Map<String, String> labels) {
        this(eventId, occurredAt, source, null, new TreeMap<>(labels));
    }

    public Envelope withEventId(String id) {
        return new Envelope(id, occurredAt, source, ci, labels);
    }

    public Envelope withCi(Ci run) {
        return new Envelope(eventId, occurredAt, source, run, labels);
    }
}
