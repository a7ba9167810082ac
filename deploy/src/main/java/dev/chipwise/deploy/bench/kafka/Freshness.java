package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Load;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Pace;
import dev.chipwise.deploy.bench.Rhythm;
import dev.chipwise.deploy.bench.Timeline;
import dev.chipwise.deploy.bench.Trial;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.schemas.domain.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * How old events are when their effects can be seen, at a steady rate. An event occurs when it is
 * due, so that a publisher that is held up counts as age.
 */
public final class Freshness implements Trial {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final RunningPipeline pipeline;
    private final List<Result> results;
    private final Rhythm rhythm;
    private final SplittableRandom random;

    /**
     * @param results measured again and again, one after the other
     * @param seed of the ids of the events; each run needs another
     */
    public Freshness(RunningPipeline pipeline, List<Result> results, Rhythm rhythm, long seed) {
        this.pipeline = pipeline;
        this.results = List.copyOf(results);
        this.rhythm = rhythm;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void measure(Observations observations) throws InterruptedException {
        var timeline = new Timeline(Instant.now(), pipeline.nanos().getAsLong());
        var effects = new Effects(pipeline, timeline, rhythm);
        try (var tail = effects.tail();
                var publisher = pipeline.publishers().get()) {
            publish(publisher, timeline, effects);
            publisher.flush();
            Awaiting.until(effects, PATIENCE, () -> tail.records() > 0 && effects.areAllSeen());
        }
        effects.observe(observations, rhythm.measuredEvents());
    }

    private void publish(Publisher publisher, Timeline timeline, Effects effects) {
        var pace = new Pace(rhythm.eventsPerSecond(), pipeline.nanos(), LockSupport::parkNanos);
        int all = rhythm.warmUpEvents() + rhythm.measuredEvents();
        for (int i = 0; i < all; i++) {
            var due = timeline.instant(pace.next());
            var result = Load.stamped(results.get(i % results.size()), due, random);
            boolean measured = i >= rhythm.warmUpEvents();
            if (measured) {
                effects.expect(result);
            }
            var answer = publisher.publish(result);
            if (measured) {
                answer.thenAccept(acknowledged -> effects.acknowledged(result, acknowledged));
            }
        }
    }
}
