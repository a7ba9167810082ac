package dev.chipwise.ingest.publish;

import dev.chipwise.schemas.domain.Reason;

/** What became of one event. */
public sealed interface Acknowledgement {

    String eventId();

    /**
     * It is kept by all replicas.
     *
     * @param topic without prefix
     */
    record Accepted(String eventId, String topic, int partition, long offset)
            implements Acknowledgement {}

    /** It is safe on this machine's disk and will be sent; the broker does not have it yet. */
    record Spooled(String eventId) implements Acknowledgement {}

    /** It was not sent, and would not be if it came again; {@code detail} says what is wrong. */
    record Refused(String eventId, Reason reason, String detail) implements Acknowledgement {}
}
