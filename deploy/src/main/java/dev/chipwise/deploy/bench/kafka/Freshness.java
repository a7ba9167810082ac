package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Pace;
import dev.chipwise.deploy.bench.Rhythm;
import dev.chipwise.deploy.bench.Stamp;
import dev.chipwise.deploy.bench.Timeline;
import dev.chipwise.deploy.bench.Trial;
import dev.chipwise.deploy.bench.Wire;
import dev.chipwise.schemas.domain.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * How old events are when their effects can be seen, at a steady rate. An event occurs when it is
 * due, so that a producer that is held up counts as age.
 */
public final class Freshness implements Trial {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Long enough to make the events; tried twice as long when it was not. */
    private static final long FIRST_LEAD_NANOS = Duration.ofMillis(500).toNanos();

    /** To tell who waits for them, before the first is sent. */
    private static final long MARGIN_NANOS = Duration.ofMillis(200).toNanos();

    private final RunningPipeline pipeline;
    private final List<Result> results;
    private final Rhythm rhythm;
    private final Stamp stamp;

    /**
     * @param results measured again and again, one after the other
     * @param seed of the ids of the events; each run needs another
     */
    public Freshness(RunningPipeline pipeline, List<Result> results, Rhythm rhythm, long seed) {
        this.pipeline = pipeline;
        this.results = List.copyOf(results);
        this.rhythm = rhythm;
        stamp = new Stamp(new SplittableRandom(seed));
    }

    @Override
    public void measure(Observations observations) throws InterruptedException {
        var timeline = new Timeline(Instant.now(), pipeline.nanos().getAsLong());
        var effects = new Effects(pipeline, timeline, rhythm);
        try (var settling = new Settling(pipeline);
                var tail = effects.tail();
                var feed = new Feed(pipeline.cluster(), pipeline.topics())) {
            publish(feed, timeline, effects);
            feed.flush();
            Awaiting.until(
                    effects,
                    PATIENCE,
                    () -> tail.records() > 0 && effects.areAllSeen(),
                    pipeline.alive());
            settling.await();
        }
        effects.observe(observations, rhythm.measuredEvents());
    }

    private void publish(Feed feed, Timeline timeline, Effects effects) {
        var bytes = new ArrayList<Wire<?>>();
        var pace = prepare(timeline, bytes);
        var measured = bytes.subList(rhythm.warmUpEvents(), bytes.size());
        measured.forEach(event -> effects.expect((Result) event.event()));
        for (int i = 0; i < bytes.size(); i++) {
            pace.next();
            var event = bytes.get(i);
            var occurred = event.event().envelope().occurredAt();
            boolean counts = i >= rhythm.warmUpEvents();
            feed.send(
                    event,
                    accepted -> {
                        if (counts) {
                            effects.acknowledged(occurred, accepted);
                        }
                    });
        }
    }

    /** Makes and encodes all events for a beat that has not begun when they are ready. */
    private Pace prepare(Timeline timeline, List<Wire<?>> bytes) {
        long lead = FIRST_LEAD_NANOS;
        while (true) {
            long start = pipeline.nanos().getAsLong() + lead;
            var pace =
                    new Pace(
                            rhythm.eventsPerSecond(),
                            start,
                            pipeline.nanos(),
                            LockSupport::parkNanos);
            bytes.clear();
            for (int i = 0; i < rhythm.warmUpEvents() + rhythm.measuredEvents(); i++) {
                var due = timeline.instant(pace.due(i));
                bytes.add(Wire.of(stamp.of(results.get(i % results.size()), due)));
            }
            if (pipeline.nanos().getAsLong() + MARGIN_NANOS < start) {
                return pace;
            }
            lead *= 2;
        }
    }
}
