package dev.chipwise.snapshotter.store;

/** Somebody else writes this store; whoever gets this must stop. */
public final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FencedException(String message) {
        super(message);
    }
}
