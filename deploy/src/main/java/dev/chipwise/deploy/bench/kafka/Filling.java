package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.schemas.domain.Event;
import java.util.stream.Stream;

/** Puts events into a running pipeline before anything is measured. */
public final class Filling {

    private Filling() {}

    /** Returns when all of them are scored and stored, and nothing follows from them any more. */
    public static void fill(RunningPipeline pipeline, Stream<? extends Event> events)
            throws InterruptedException {
        Settling.fill(pipeline, events);
    }
}
