package dev.chipwise.deploy.cli;

import dev.chipwise.schemas.kafka.StreamsProcess;
import java.util.Optional;

/** A stage that is a topology. */
record StreamsStage(Stage stage, StreamsProcess process) implements RunningStage {

    StreamsStage {
        process.start();
    }

    @Override
    public boolean isReady() {
        return process.isRunning();
    }

    @Override
    public Optional<Throwable> failure() {
        return process.failure();
    }

    @Override
    public void close() {
        process.close();
    }
}
