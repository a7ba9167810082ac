package dev.chipwise.snapshotter.kafka;

/** The topics no longer hold what the store continues from; going on would lose events silently. */
public final class ProgressLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProgressLostException(String message, Throwable cause) {
        super(message, cause);
    }

    ProgressLostException(String message) {
        super(message);
    }
}
