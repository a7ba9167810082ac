package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.ingest.publish.Positions;
import dev.chipwise.schemas.kafka.ClusterAdmin;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Watches the whole pipeline from its making on, and waits until all that was sent has had all its
 * effects: read by every stage, answered and stored.
 */
final class Settling implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final RunningPipeline pipeline;
    private final Positions positions = new Positions();
    private final ClusterAdmin admin;
    private final Tail tail;

    Settling(RunningPipeline pipeline) {
        this.pipeline = pipeline;
        admin = new ClusterAdmin(pipeline.cluster(), ANSWER);
        var derived = derived(pipeline.topics());
        Map<String, String> names =
                derived.stream().collect(Collectors.toMap(Topic::fullName, Topic::name));
        tail =
                Tail.of(
                        pipeline.cluster(),
                        derived,
                        (record, seen) ->
                                positions.add(
                                        new Accepted(
                                                "",
                                                names.get(record.topic()),
                                                record.partition(),
                                                record.offset())),
                        pipeline.nanos());
    }

    /** This was sent, and is to be stored. */
    void sent(Accepted accepted) {
        positions.add(accepted);
    }

    /** All up to there was sent, and is to be stored. */
    void sent(Positions published) {
        published
                .lastOffsets()
                .forEach(
                        (topic, last) ->
                                last.forEach(
                                        (partition, offset) ->
                                                positions.add(
                                                        new Accepted(
                                                                "", topic, partition, offset))));
    }

    void await() throws InterruptedException {
        Awaiting.until(
                "the stages, which have not done all", PATIENCE, this::isSettled, pipeline.alive());
    }

    private boolean isSettled() {
        var topics = pipeline.topics();
        return tail.records() >= 0
                && pipeline.nanos().getAsLong() - tail.lastSeen() > QUIET.toNanos()
                && admin.lag(topics.applicationId("scorer"), inputs(topics)) == 0
                && admin.lag(topics.applicationId("snapshotter"), scores(topics)) == 0
                && pipeline.commits().of(positions.lastOffsets()).isPresent();
    }

    static List<Topic<String, ?>> inputs(Topics topics) {
        return List.of(topics.benchmarkResult(), topics.batteryResult(), topics.modelVersion());
    }

    private static List<Topic<String, ?>> scores(Topics topics) {
        return List.of(topics.cellSummary(), topics.suitabilityScore());
    }

    private static List<Topic<String, ?>> derived(Topics topics) {
        return List.of(
                topics.cellSummary(),
                topics.suitabilityScore(),
                topics.recommendation(),
                topics.compatibilitySnapshot(),
                topics.compatibilityChange());
    }

    @Override
    public void close() {
        tail.close();
        admin.close();
    }
}
