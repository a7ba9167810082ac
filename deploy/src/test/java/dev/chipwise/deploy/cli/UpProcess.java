package dev.chipwise.deploy.cli;

import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that runs {@code up} on a data directory, to be killed. */
record UpProcess(CommandProcess process) implements AutoCloseable {

    /** Returns when it says that it is up. */
    static UpProcess start(Path directory) throws IOException {
        return new UpProcess(CommandProcess.start(directory, "up").awaitSaying("stop it with"));
    }

    /** Ends it and all processes it has started, as a power cut would. */
    void kill() {
        process.kill();
    }

    /** Ends it alone, so that what it has started has to notice. */
    void killWithoutItsBroker() {
        process.killAlone();
    }

    /** Asks it to stop, as Ctrl-C does, and returns its exit code. */
    int stop() throws InterruptedException {
        return process.stop();
    }

    @Override
    public void close() {
        process.close();
    }
}
