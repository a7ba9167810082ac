package dev.chipwise.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.ingest.publish.Acknowledgement;
import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.ingest.publish.Acknowledgement.Refused;
import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.ingest.publish.ResultSamples;
import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.ModelPartitioner;
import dev.chipwise.schemas.kafka.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against Kafka's own in-memory producer, and against a port where nobody listens. */
class KafkaPublisherTest {

    private static final int PARTITIONS = 4;

    private final Topics topics = new Topics("test.");
    private final Admission rules =
            Admission.byRules(new ResultValidator(Catalog.shipped()), ResultSamples.CLOCK);
    private final MockProducer<byte[], byte[]> broker = broker();

    @Test
    void anAcceptedEventSaysWhereItIsKept() {
        var result = ResultSamples.result(1);
        try (var publisher = publisher(10)) {
            var acknowledged = publish(publisher, result);
            assertThat(acknowledged).isNotDone();
            assertThat(broker.completeNext()).isTrue();

            int partition = ModelPartitioner.partition(result.modelName(), PARTITIONS);
            assertThat(acknowledged.join())
                    .isEqualTo(
                            new Accepted(
                                    result.envelope().eventId(),
                                    "benchmark.result.v1",
                                    partition,
                                    0));
        }
    }

    @Test
    void sendsTheEventAsItsTopicReadsIt() {
        var result = ResultSamples.result(2);
        try (var publisher = publisher(10)) {
            publish(publisher, result);

            var sent = broker.history().get(0);
            assertThat(sent.topic()).isEqualTo("test.benchmark.result.v1");
            assertThat(new String(sent.key(), StandardCharsets.UTF_8)).isEqualTo("model-2");
            var topic = topics.benchmarkResult();
            assertThat(topic.valueSerde().deserializer().deserialize(sent.topic(), sent.value()))
                    .isEqualTo(result);
        }
    }

    @Test
    void refusesInvalidAndOversizedEventsWithoutSendingThem() {
        try (var publisher = publisher(10)) {
            var invalid = publish(publisher, ResultSamples.invalid(1)).join();
            var oversized =
                    publish(publisher, ResultSamples.withMessage(1, "x".repeat(1 << 20))).join();

            assertThat(((Refused) invalid).reason()).isEqualTo(Reason.ZERO);
            assertThat(((Refused) oversized).reason()).isEqualTo(Reason.OVERSIZED);
            assertThat(((Refused) oversized).detail())
                    .matches("the event has \\d+ bytes; at most \\d+ .*");
            assertThat(broker.history()).isEmpty();
            assertThat(publisher.counts().refused()).isEqualTo(2);
        }
    }

    @Test
    void afterAFailureNothingMoreIsSentAndEverythingIsAccountedFor() {
        try (var publisher = publisher(10)) {
            var accepted = publish(publisher, ResultSamples.result(1));
            var failed = publish(publisher, ResultSamples.result(2));
            broker.completeNext();
            broker.errorNext(new NotEnoughReplicasException("1 of 2"));
            var late = publish(publisher, ResultSamples.result(3));

            assertThat(accepted.join()).isInstanceOf(Accepted.class);
            assertThat(failed).isCompletedExceptionally();
            assertThat(late).isCompletedExceptionally();
            assertThat(broker.history()).hasSize(2);
            assertThatThrownBy(publisher::flush)
                    .isInstanceOf(Undelivered.class)
                    .hasMessageContaining("1 of 2");
            var counts = publisher.counts();
            assertThat(counts.published()).isEqualTo(3);
            assertThat(List.of(counts.accepted(), counts.refused(), counts.undelivered()))
                    .containsExactly(1L, 0L, 2L);
        }
    }

    @Test
    void oneThatDoesNotGiveUpPublishesAgainAfterAFailure() {
        var settings = new PublisherSettings(Duration.ofSeconds(1), 10, false);
        try (var publisher =
                new KafkaPublisher(broker, "broker:9092", topics, rules, settings, true)) {
            var failed = publish(publisher, ResultSamples.result(1));
            broker.errorNext(new NotEnoughReplicasException("1 of 2"));
            var next = publish(publisher, ResultSamples.result(2));
            broker.completeNext();

            assertThat(failed).isCompletedExceptionally();
            assertThat(next.join()).isInstanceOf(Accepted.class);
            assertThatThrownBy(publisher::flush)
                    .isInstanceOf(Undelivered.class)
                    .hasMessageContaining("1 of 2");
            publisher.flush();
        }
    }

    @Test
    @Timeout(20)
    void waitsWhileTooManyEventsAreUnderWay() throws InterruptedException {
        try (var publisher = publisher(2)) {
            publish(publisher, ResultSamples.result(1));
            publish(publisher, ResultSamples.result(2));
            var third = new Thread(() -> publish(publisher, ResultSamples.result(3)));
            third.start();
            while (third.isAlive() && third.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertThat(broker.history()).hasSize(2);

            broker.completeNext();
            third.join();

            assertThat(broker.history()).hasSize(3);
        }
    }

    @Test
    @Timeout(30)
    void saysInBoundedTimeThatNobodyAnswers() throws IOException {
        var address = "127.0.0.1:" + unusedPort();
        var settings = new PublisherSettings(Duration.ofMillis(500), 10);
        try (var publisher = KafkaPublisher.to(Cluster.at(address), topics, rules, settings)) {
            var first = publish(publisher, ResultSamples.result(1));
            var second = publish(publisher, ResultSamples.result(2));

            assertThat(first).isCompletedExceptionally();
            assertThat(second).isCompletedExceptionally();
            assertThatThrownBy(publisher::flush)
                    .isInstanceOf(Undelivered.class)
                    .hasMessageContaining("no answer from " + address)
                    .hasMessageContaining("--bootstrap-server");
        }
        var log = new KafkaVersionLog(Cluster.at(address), topics, Duration.ofMillis(500));
        assertThatThrownBy(log::read)
                .isInstanceOf(Undelivered.class)
                .hasMessageContaining("no answer from " + address);
    }

    @Test
    void theCallersProducerIsFlushedAndStaysOpen() {
        var settings = new PublisherSettings(Duration.ofSeconds(1), 10);
        var cluster = Cluster.at("broker:9092");
        try (var publisher = KafkaPublisher.with(broker, cluster, topics, rules, settings)) {
            publish(publisher, ResultSamples.result(1));
        }

        assertThat(broker.flushed()).isTrue();
        assertThat(broker.closed()).isFalse();
    }

    @Test
    void aProducerOfItsOwnIsClosedWithThePublisher() {
        publisher(10).close();

        assertThat(broker.closed()).isTrue();
    }

    private KafkaPublisher publisher(int mostUnderWay) {
        return new KafkaPublisher(
                broker,
                "broker:9092",
                topics,
                rules,
                new PublisherSettings(Duration.ofSeconds(1), mostUnderWay),
                true);
    }

    private static CompletableFuture<Acknowledgement> publish(
            KafkaPublisher publisher, Event event) {
        return publisher.publish(event).toCompletableFuture();
    }

    private static MockProducer<byte[], byte[]> broker() {
        var node = new Node(0, "broker", 9092);
        var replicas = new Node[] {node};
        var partitions =
                IntStream.range(0, PARTITIONS)
                        .mapToObj(
                                number ->
                                        new PartitionInfo(
                                                "test.benchmark.result.v1",
                                                number,
                                                node,
                                                replicas,
                                                replicas))
                        .toList();
        var cluster =
                new org.apache.kafka.common.Cluster(
                        "cluster", List.of(node), partitions, Set.of(), Set.of());
        var serializer = new ByteArraySerializer();
        return new MockProducer<>(cluster, false, new ModelPartitioner(), serializer, serializer);
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
