package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.CodecSpeed;
import dev.chipwise.deploy.bench.Figure;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.StoreSpeed;
import dev.chipwise.deploy.bench.Trial;
import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.ingest.publish.Positions;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.kafka.ClusterAdmin;
import java.time.Duration;
import java.util.List;

/**
 * How fast events go through the whole pipeline, as fast as one publisher hands them over. All of
 * them are scored and stored at the end, or there is no reading.
 */
public final class Throughput implements Trial {

    public static final Figure PUBLISHED =
            Figure.pipeline("publish to acknowledged", CodecSpeed.ENCODE, RawProducer.FIGURE);
    public static final Figure QUERYABLE =
            Figure.pipeline(
                    "publish to queryable row",
                    CodecSpeed.ENCODE,
                    CodecSpeed.DECODE,
                    RawProducer.FIGURE,
                    RawConsumer.FIGURE,
                    StoreSpeed.FIGURE);
    public static final Figure SCORED =
            Figure.pipeline(
                    "publish to last score record",
                    CodecSpeed.ENCODE,
                    CodecSpeed.DECODE,
                    RawProducer.FIGURE,
                    PassThrough.FIGURE);
    public static final Figure SCORES_QUERYABLE =
            Figure.pipeline(
                    "publish to last score queryable",
                    CodecSpeed.ENCODE,
                    CodecSpeed.DECODE,
                    RawProducer.FIGURE,
                    PassThrough.FIGURE,
                    StoreSpeed.FIGURE);
    public static final Figure COST = Figure.cost("processor time per event, broker included");

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final RunningPipeline pipeline;
    private final List<Event> events;

    public Throughput(RunningPipeline pipeline, List<Event> events) {
        this.pipeline = pipeline;
        this.events = List.copyOf(events);
    }

    @Override
    public void measure(Observations observations) throws InterruptedException {
        var topics = pipeline.topics();
        var scores = new LastScores(topics.suitabilityScore());
        var published = new Positions();
        var nanos = pipeline.nanos();
        var answers = List.of(topics.suitabilityScore(), topics.recommendation());
        try (var tail = Tail.of(pipeline.cluster(), answers, scores, nanos);
                var admin = new ClusterAdmin(pipeline.cluster(), ANSWER)) {
            long start = nanos.getAsLong();
            long used = pipeline.processorNanos().getAsLong();
            publish(published);
            long acknowledged = nanos.getAsLong();
            awaitScored(tail, scores, admin);
            long scored = tail.lastSeen();
            long rows = awaitQueryable("every event's row", published);
            long scoreRows = awaitQueryable("every score's row", scores.positions());
            refuseLosses(admin);
            observations.addRate(PUBLISHED, events.size(), acknowledged - start);
            observations.addRate(QUERYABLE, events.size(), rows - start);
            observations.addRate(SCORED, events.size(), scored - start);
            observations.addRate(SCORES_QUERYABLE, events.size(), scoreRows - start);
            used = pipeline.processorNanos().getAsLong() - used;
            observations.addCost(COST, events.size(), used);
        }
    }

    private void publish(Positions published) {
        try (var publisher = pipeline.publishers().get()) {
            for (var event : events) {
                publisher
                        .publish(event)
                        .thenAccept(
                                answer -> {
                                    if (answer instanceof Accepted accepted) {
                                        published.add(accepted);
                                    }
                                });
            }
            publisher.flush();
            if (publisher.counts().accepted() != events.size()) {
                throw new IllegalStateException("not all was accepted: " + publisher.counts());
            }
        }
    }

    /** The scorer has read all, nothing more has come from it for a while, and all is scored. */
    private void awaitScored(Tail tail, LastScores scores, ClusterAdmin admin)
            throws InterruptedException {
        var topics = pipeline.topics();
        var inputs =
                List.of(topics.benchmarkResult(), topics.batteryResult(), topics.modelVersion());
        var done =
                new ScorerDone(
                        pipeline,
                        tail,
                        () -> admin.lag(topics.applicationId("scorer"), inputs),
                        () -> scores.missing(events));
        Awaiting.until(done, PATIENCE, done, pipeline.alive());
    }

    private long awaitQueryable(String what, Positions positions) throws InterruptedException {
        var lastOffsets = positions.lastOffsets();
        Awaiting.until(
                what,
                PATIENCE,
                () -> pipeline.commits().of(lastOffsets).isPresent(),
                pipeline.alive());
        return pipeline.commits().of(lastOffsets).getAsLong();
    }

    private void refuseLosses(ClusterAdmin admin) {
        var topics = pipeline.topics();
        var lost = List.of(topics.rejectedResult(), topics.dlq(topics.applicationId("scorer")));
        long records = admin.ends(lost).values().stream().mapToLong(Long::longValue).sum();
        if (records > 0) {
            throw new IllegalStateException(records + " of the events were refused or unreadable");
        }
    }
}
