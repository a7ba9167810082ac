package dev.chipwise.ingest.publish;

/**
 * The broker did not take an event, or did not say so in time; the message says what to do.
 * Publishing it again is safe.
 */
public final class Undelivered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Undelivered(String message, Throwable cause) {
        super(message, cause);
    }
}
