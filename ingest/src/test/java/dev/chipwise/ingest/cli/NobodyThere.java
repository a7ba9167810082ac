package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.publish.Acknowledgement;
import dev.chipwise.ingest.publish.PublishCounts;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.schemas.domain.Event;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A publisher that can deliver nothing of what it is handed. */
final class NobodyThere implements Publisher {

    private final Undelivered failure = new Undelivered("nobody answers", null);

    @Override
    public CompletionStage<Acknowledgement> publish(Event event) {
        return CompletableFuture.failedStage(failure);
    }

    @Override
    public void flush() {
        throw failure;
    }

    @Override
    public PublishCounts counts() {
        return new PublishCounts(0, 0, 0, 0, 0, new TreeMap<>());
    }

    @Override
    public void close() {
        // There is nothing to let go of.
    }
}
