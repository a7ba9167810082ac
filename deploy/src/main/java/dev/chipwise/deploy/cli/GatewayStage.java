package dev.chipwise.deploy.cli;

import dev.chipwise.ingest.http.Gateway;
import java.util.Optional;

/** The HTTP gateway as a stage. It outlives outages of the broker, so it never fails by itself. */
record GatewayStage(Gateway gateway) implements RunningStage {

    @Override
    public Stage stage() {
        return Stage.GATEWAY;
    }

    @Override
    public boolean isReady() {
        return gateway.isReady();
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.empty();
    }

    @Override
    public void close() {
        gateway.close();
    }
}
