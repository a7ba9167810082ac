package dev.chipwise.deploy.cli;

import java.util.Optional;

/** A stage that has been started, as whoever started it sees it. */
interface RunningStage extends AutoCloseable {

    Stage stage();

    /** Whether it is doing its work; false while it starts or restores, and after a failure. */
    boolean isReady();

    /** What stopped it, when it stopped by itself; it does not come back without a new process. */
    Optional<Throwable> failure();

    /** Makes a copy of the store and returns its path; only the sink can. */
    default String copy() {
        throw new UnsupportedOperationException("only the sink copies the store");
    }

    @Override
    void close();
}
