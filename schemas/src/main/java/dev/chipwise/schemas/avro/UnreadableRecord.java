package dev.chipwise.schemas.avro;

/**
 * Bytes that are no record of the wanted kind; the message says which kind, and the schema
 * fingerprint they name.
 */
public final class UnreadableRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
