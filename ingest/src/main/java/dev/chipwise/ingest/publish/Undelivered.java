package dev.chipwise.ingest.publish;

import java.util.concurrent.CompletionException;

/**
 * The broker did not take an event, or did not say so in time; the message says what to do.
 * Publishing it again is safe.
 */
public final class Undelivered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Undelivered(String message, Throwable cause) {
        super(message, cause);
    }

    /** The failure of a stage as what it is. */
    public static Undelivered of(Throwable error) {
        var cause = error instanceof CompletionException ? error.getCause() : error;
        return cause instanceof Undelivered known
                ? known
                : new Undelivered("cannot publish: " + cause, cause);
    }
}
