package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.deploy.bench.Ages;
import dev.chipwise.deploy.bench.Awaited;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Rhythm;
import dev.chipwise.deploy.bench.Timeline;
import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Waits for what follows from each event, and notes how old the event was. */
final class Effects {

    private static final String PROFILE = "balanced";

    private final RunningPipeline pipeline;
    private final Timeline timeline;
    private final Awaited scores = new Awaited();
    private final Awaited recommendations = new Awaited();
    private final Queue<Place> rows = new ConcurrentLinkedQueue<>();
    private final Queue<Place> scoreRows = new ConcurrentLinkedQueue<>();
    private final Ages toScore;
    private final Ages toRecommendation;
    private final Ages toRow;
    private final Ages toScoreRow;

    /** Where the record is whose row shows the effect of an event. */
    private record Place(String topic, int partition, long offset, Instant occurred) {}

    Effects(RunningPipeline pipeline, Timeline timeline, Rhythm rhythm) {
        this.pipeline = pipeline;
        this.timeline = timeline;
        toScore = new Ages("score record", rhythm);
        toRecommendation = new Ages("recommendation record", rhythm);
        toRow = new Ages("queryable row", rhythm);
        toScoreRow = new Ages("queryable score", rhythm);
    }

    Tail tail() {
        var topics = pipeline.topics();
        return Tail.of(
                pipeline.cluster(),
                List.of(topics.suitabilityScore(), topics.recommendation()),
                (record, seen) -> see(record, seen, topics),
                pipeline.nanos());
    }

    /** An event will be published, later than all that were announced before. */
    void expect(Result result) {
        var board = result.subject().board();
        var occurred = result.envelope().occurredAt();
        scores.add(board.hardwareKey(result.subject().hardware().id()), occurred);
        recommendations.add(board.profileKey(PROFILE), occurred);
    }

    void acknowledged(Instant occurred, Accepted accepted) {
        rows.add(new Place(accepted.topic(), accepted.partition(), accepted.offset(), occurred));
    }

    boolean areAllSeen() {
        settle(rows, toRow);
        settle(scoreRows, toScoreRow);
        return scores.size() + recommendations.size() + rows.size() + scoreRows.size() == 0;
    }

    void observe(Observations observations, int events) {
        for (var ages : List.of(toScore, toRecommendation, toRow, toScoreRow)) {
            ages.observe(observations, events);
        }
    }

    private void see(ConsumerRecord<byte[], byte[]> record, long seen, Topics topics) {
        var key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            return;
        }
        if (recommendations.has(key)) {
            var newest = Codecs.recommendation().decode(record.value()).asOf();
            for (var occurred : recommendations.covered(key, newest)) {
                toRecommendation.add(seen - timeline.nanos(occurred));
            }
        } else if (scores.has(key)) {
            var newest = Codecs.suitabilityScore().decode(record.value()).newest();
            var topic = topics.suitabilityScore().name();
            for (var occurred : scores.covered(key, newest)) {
                toScore.add(seen - timeline.nanos(occurred));
                scoreRows.add(new Place(topic, record.partition(), record.offset(), occurred));
            }
        }
    }

    private void settle(Queue<Place> places, Ages ages) {
        places.removeIf(
                place -> {
                    var since =
                            pipeline.commits().of(place.topic(), place.partition(), place.offset());
                    since.ifPresent(nanos -> ages.add(nanos - timeline.nanos(place.occurred())));
                    return since.isPresent();
                });
    }

    @Override
    public String toString() {
        return "effects of events: "
                + scores.size()
                + " scores, "
                + recommendations.size()
                + " recommendations, "
                + rows.size()
                + " rows, "
                + scoreRows.size()
                + " score rows";
    }
}
