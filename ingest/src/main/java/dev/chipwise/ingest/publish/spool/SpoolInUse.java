package dev.chipwise.ingest.publish.spool;

/** Another process or publisher owns the spool; later it may be free. */
public final class SpoolInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SpoolInUse(String message) {
        super(message);
    }
}
