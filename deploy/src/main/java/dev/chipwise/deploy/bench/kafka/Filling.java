package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Wire;
import dev.chipwise.schemas.domain.Event;
import java.util.stream.Stream;

/** Puts events into a running pipeline before anything is measured. */
public final class Filling {

    private Filling() {}

    /** Returns when all of them are scored and stored, and nothing follows from them any more. */
    public static void fill(RunningPipeline pipeline, Stream<? extends Event> events)
            throws InterruptedException {
        try (var settling = new Settling(pipeline);
                var feed = new Feed(pipeline.cluster(), pipeline.topics())) {
            events.forEach(event -> feed.send(Wire.of(event), settling::sent));
            feed.flush();
            settling.await();
        }
    }
}
