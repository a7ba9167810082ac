package dev.chipwise.ingest.cli;

/** A broker, server or store is not there; asking again later may help. */
public final class NotReachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotReachableException(String message) {
        super(message);
    }
}
