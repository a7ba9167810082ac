package dev.chipwise.snapshotter.cli;

/** There is nothing to answer from; the message says what there is instead. */
public final class NothingFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingFound(String message) {
        super(message);
    }
}
