package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Trial;
import dev.chipwise.deploy.bench.Wire;
import dev.chipwise.ingest.publish.Positions;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.kafka.ClusterAdmin;
import java.time.Duration;
import java.util.List;

/**
 * How fast results go through the whole pipeline when they come as fast as a producer sends them.
 * All of them are scored and stored at the end, or there is no reading.
 */
public final class Throughput implements Trial {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final RunningPipeline pipeline;
    private final ThroughputFigures figures;
    private final List<Result> results;
    private final List<Wire<?>> bytes;

    /**
     * @param results each later than all that the pipeline has seen; encoded here
     */
    public Throughput(RunningPipeline pipeline, ThroughputFigures figures, List<Result> results) {
        this.pipeline = pipeline;
        this.figures = figures;
        this.results = List.copyOf(results);
        bytes = this.results.stream().<Wire<?>>map(Wire::of).toList();
    }

    @Override
    public void measure(Observations observations) throws InterruptedException {
        try (var settling = new Settling(pipeline);
                var admin = new ClusterAdmin(pipeline.cluster(), ANSWER);
                var feed = new Feed(pipeline.cluster(), pipeline.topics())) {
            measure(observations, feed, settling, admin);
            settling.await();
            refuseLosses(admin);
        }
    }

    private void measure(
            Observations observations, Feed feed, Settling settling, ClusterAdmin admin)
            throws InterruptedException {
        var topics = pipeline.topics();
        var scores = new LastScores(topics.suitabilityScore());
        var published = new Positions();
        var answers = List.of(topics.suitabilityScore(), topics.recommendation());
        try (var tail = Tail.of(pipeline.cluster(), answers, scores, pipeline.nanos())) {
            var before = pipeline.use().now();
            long start = pipeline.nanos().getAsLong();
            bytes.forEach(event -> feed.send(event, published::add));
            feed.flush();
            awaitScored(tail, scores, admin);
            long scored = tail.lastSeen();
            settling.sent(published);
            long rows = awaitQueryable("every event's row", published);
            long scoreRows = awaitQueryable("every score's row", scores.positions());
            observeUse(observations, before, pipeline.use().now());
            int count = results.size();
            observations.addRate(figures.row(), count, rows - start);
            observations.addRate(figures.score(), count, scored - start);
            observations.addRate(figures.scoreRow(), count, scoreRows - start);
        }
    }

    private void observeUse(
            Observations observations, RunningPipeline.Use before, RunningPipeline.Use after) {
        int count = results.size();
        observations.addCost(
                figures.processor(),
                count,
                after.processorNanos().getAsLong() - before.processorNanos().getAsLong());
        observations.addShare(
                figures.memory(),
                count,
                after.allocatedBytes().getAsLong() - before.allocatedBytes().getAsLong());
        observations.addShare(
                figures.boards(),
                after.boardsScored().getAsLong() - before.boardsScored().getAsLong(),
                count);
    }

    /** The scorer has read all, nothing more has come from it for a while, and all is scored. */
    private void awaitScored(Tail tail, LastScores scores, ClusterAdmin admin)
            throws InterruptedException {
        var topics = pipeline.topics();
        var done =
                new ScorerDone(
                        pipeline,
                        tail,
                        () -> admin.lag(topics.applicationId("scorer"), Settling.inputs(topics)),
                        () -> scores.missing(results));
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
