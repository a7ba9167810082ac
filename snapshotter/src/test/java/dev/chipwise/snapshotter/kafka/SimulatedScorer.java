package dev.chipwise.snapshotter.kafka;

import static dev.chipwise.snapshotter.kafka.SimulatedTopics.TOPICS;

import dev.chipwise.schemas.avro.Codec;
import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.RejectedResult;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.samples.Samples;
import dev.chipwise.snapshotter.kafka.SimulatedLog.Transaction;
import dev.chipwise.snapshotter.store.PlainScoring;
import dev.chipwise.snapshotter.store.RejectedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** The stages between results and store: derive from everything committed, and tell of changes. */
final class SimulatedScorer {

    static final String SNAPSHOT_HASH = "the-hash";
    static final PlainScoring SCORING = new PlainScoring();

    private final SimulatedTopics topics;
    private final Oracle oracle;
    private final Random random;
    private final Map<Topic<?, ?>, Map<String, Record>> published = new HashMap<>();
    private final Set<RejectedRow.RefusedAt> refused = new LinkedHashSet<>();
    private Transaction transaction;
    private Set<SimulatedLog> written;

    SimulatedScorer(SimulatedTopics topics, Oracle oracle, Random random) {
        this.topics = topics;
        this.oracle = oracle;
        this.random = random;
    }

    /** One transaction with what has changed; aborted, it changes nothing and is done again. */
    void publish(boolean commit) {
        var before = new HashMap<Topic<?, ?>, Map<String, Record>>(published);
        var refusedBefore = new LinkedHashSet<>(refused);
        transaction = new Transaction();
        written = new LinkedHashSet<>();
        publishDerived();
        publishRefusals();
        transaction.end(commit);
        written.forEach(SimulatedLog::appendMarker);
        if (!commit) {
            published.putAll(before);
            published.keySet().retainAll(before.keySet());
            refused.retainAll(refusedBefore);
        }
    }

    private void publishDerived() {
        var results = new ArrayList<Result>();
        var retractions = new ArrayList<ResultRetraction>();
        for (var event : oracle.events()) {
            if (event instanceof Result result) {
                results.add(result);
            } else if (event instanceof ResultRetraction retraction) {
                retractions.add(retraction);
            }
        }
        var cells = new TreeMap<String, CellSummary>();
        var scores = new TreeMap<String, SuitabilityScore>();
        var recommendations = new TreeMap<String, Recommendation>();
        var snapshots = new TreeMap<String, CompatibilitySnapshot>();
        for (var cell : SCORING.summarise(results, retractions)) {
            cells.put(cell.key().topicKey(), cell);
            var board = cell.key().board();
            var scored = SCORING.score(board, List.of(cell), List.of());
            scored.scores().forEach(score -> scores.put(score.topicKey(), score));
            scored.recommendations().forEach(one -> recommendations.put(one.topicKey(), one));
            snapshots.put(board.versionKey().topicKey(), snapshot(board.versionKey()));
        }
        send(TOPICS.cellSummary(), CellSummary.class, Codecs.cellSummary(), cells);
        send(TOPICS.suitabilityScore(), SuitabilityScore.class, Codecs.suitabilityScore(), scores);
        send(
                TOPICS.recommendation(),
                Recommendation.class,
                Codecs.recommendation(),
                recommendations);
        send(
                TOPICS.compatibilitySnapshot(),
                CompatibilitySnapshot.class,
                Codecs.compatibilitySnapshot(),
                snapshots);
    }

    private static CompatibilitySnapshot snapshot(VersionKey version) {
        return new CompatibilitySnapshot(version, List.of(), 1, SNAPSHOT_HASH, Samples.RECORDED_AT);
    }

    private <T extends Record> void send(
            Topic<String, T> topic, Class<T> type, Codec<T> codec, Map<String, T> wanted) {
        var there = published.getOrDefault(topic, Map.of());
        wanted.forEach(
                (key, value) -> {
                    if (!value.equals(there.get(key))) {
                        append(
                                Sent.of(
                                        topic,
                                        key,
                                        codec.encode(value),
                                        new Sent.Meaning.Value(type, key, value)));
                    }
                });
        for (var key : new TreeMap<>(there).keySet()) {
            if (!wanted.containsKey(key)) {
                append(Sent.of(topic, key, null, new Sent.Meaning.Value(type, key, null)));
            }
        }
        published.put(topic, new HashMap<>(wanted));
    }

    /** Tells of each refused record once, and of some twice. */
    private void publishRefusals() {
        for (var log : topics.of(TOPICS.benchmarkResult())) {
            for (var entry : log.entries()) {
                if (entry.isCommitted() && entry.sent().meaning() instanceof Sent.Meaning.Bad) {
                    publishRefusal(refusedAt(log, entry), entry.sent());
                }
            }
        }
    }

    private void publishRefusal(RejectedRow.RefusedAt at, Sent sent) {
        if (refused.add(at) || random.nextInt(8) == 0) {
            append(refusal(at, sent));
        }
    }

    private static RejectedRow.RefusedAt refusedAt(SimulatedLog log, SimulatedLog.Entry entry) {
        return new RejectedRow.RefusedAt(
                log.lane().topic(), log.lane().partition(), entry.offset());
    }

    private static Sent refusal(RejectedRow.RefusedAt at, Sent sent) {
        var original = sent.value() == null ? new byte[0] : sent.value();
        var rejected =
                new RejectedResult(
                        Reason.NEGATIVE,
                        "refused",
                        "model-0",
                        original,
                        at.topic(),
                        at.partition(),
                        at.offset());
        return Sent.of(
                TOPICS.rejectedResult(),
                "model-0",
                Codecs.rejectedResult().encode(rejected),
                new Sent.Meaning.Refusal(at));
    }

    private void append(Sent sent) {
        var log = topics.of(sent.topic()).get(0);
        written.add(log);
        log.append(sent, transaction);
    }
}
