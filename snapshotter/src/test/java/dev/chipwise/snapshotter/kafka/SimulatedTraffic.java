package dev.chipwise.snapshotter.kafka;

import static dev.chipwise.snapshotter.kafka.SimulatedTopics.TOPICS;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.samples.RandomScores;
import dev.chipwise.schemas.samples.Samples;
import dev.chipwise.snapshotter.kafka.SimulatedLog.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What producers send: results again and again, some with other content, and poison everywhere. */
final class SimulatedTraffic {

    private static final List<Sent> EVENTS = new ArrayList<>();
    private static final List<Sent> OTHERS = new ArrayList<>();

    static {
        for (int n = 0; n < 12; n++) {
            for (int content = 0; content < 3; content++) {
                EVENTS.add(event(result(n, content)));
            }
        }
        for (int n = 0; n < 4; n++) {
            var taken = Samples.retraction(100 + n, result(n, 0));
            var bytes = Codecs.resultRetraction().encode(taken);
            EVENTS.add(
                    Sent.of(
                            TOPICS.resultRetraction(),
                            taken.modelName(),
                            bytes,
                            new Sent.Meaning.Kept(taken)));
        }
        var bad = new Sent.Meaning.Bad();
        var negative = result(20, -2);
        var results = TOPICS.benchmarkResult();
        OTHERS.add(Sent.of(results, negative.modelName(), encoded(negative), bad));
        OTHERS.add(Sent.of(results, "another", encoded(result(21, 0)), bad));
        OTHERS.add(Sent.of(results, "model-0", new byte[] {1}, bad));
        OTHERS.add(Sent.of(results, "model-0", null, bad));
        var difference = new RandomScores(new Random(1)).compatibilityChange();
        OTHERS.add(
                Sent.of(
                        TOPICS.compatibilityChange(),
                        "model-0",
                        Codecs.compatibilityChange().encode(difference),
                        new Sent.Meaning.Difference()));
        for (var topic :
                List.<Topic<?, ?>>of(
                        TOPICS.cellSummary(),
                        TOPICS.compatibilityChange(),
                        TOPICS.rejectedResult())) {
            OTHERS.add(Sent.of(topic, "poison", new byte[] {1, 2}, new Sent.Meaning.Poison()));
        }
    }

    private final SimulatedTopics topics;
    private final Random random;
    private final List<Producer> producers = new ArrayList<>();

    /** A producer, perhaps in the middle of a transaction. */
    private static final class Producer {

        private Transaction transaction;
        private final Set<SimulatedLog> written = new LinkedHashSet<>();
    }

    SimulatedTraffic(SimulatedTopics topics, Random random) {
        this.topics = topics;
        this.random = random;
        producers.add(new Producer());
        producers.add(new Producer());
    }

    private static BenchmarkResult result(int n, int content) {
        return Samples.result(n)
                .of("model-" + n % 2, "v1")
                .measuring("latency_mean_ms", 1 + content)
                .benchmark();
    }

    private static Sent event(BenchmarkResult result) {
        return Sent.of(
                TOPICS.benchmarkResult(),
                result.modelName(),
                encoded(result),
                new Sent.Meaning.Kept(result));
    }

    private static byte[] encoded(BenchmarkResult result) {
        return Codecs.benchmarkResult().encode(result);
    }

    /** One record of one producer; some begin a transaction with it. */
    void send() {
        var producer = any(producers);
        var sent = random.nextInt(4) == 0 ? any(OTHERS) : any(EVENTS);
        var log = any(topics.of(sent.topic()));
        if (producer.transaction == null && random.nextInt(3) == 0) {
            producer.transaction = new Transaction();
        }
        if (producer.transaction != null) {
            producer.written.add(log);
        }
        log.append(sent, producer.transaction);
    }

    /** Commits or aborts what one producer has open. */
    void endSomeTransaction() {
        end(any(producers));
    }

    void endAllTransactions() {
        producers.forEach(this::end);
    }

    private void end(Producer producer) {
        if (producer.transaction != null) {
            producer.transaction.end(random.nextInt(3) > 0);
            producer.written.forEach(SimulatedLog::appendMarker);
            producer.written.clear();
            producer.transaction = null;
        }
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
