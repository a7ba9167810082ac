package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What should never have been sent: counted by reason, and everything else goes on. */
class HostileInputIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Topics TOPICS = Topics.withDefaultPrefix();
    private static final HostileRecords HOSTILE = new HostileRecords(TOPICS);

    @TempDir private static Path directory;
    private static Desk desk;
    private static Machine machine;

    @BeforeAll
    static void sendAll() throws Exception {
        desk = new Desk(directory);
        machine = desk.up();
        for (var wrong : HOSTILE.all()) {
            send(wrong);
        }
        send(HOSTILE.good());
        assertThat(desk.settled(PATIENCE)).isTrue();
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void everyHostileRecordIsCountedByReasonInTheStore() {
        var stored =
                desk.sql(
                        "SELECT reason, count(*), count(DISTINCT (source_topic, source_partition,"
                                + " source_offset)) FROM rejected_results GROUP BY ALL");

        var counts = new TreeMap<String, Long>();
        stored.forEach(row -> counts.put(row.get(0), Long.valueOf(row.get(1))));
        assertThat(counts).isEqualTo(HOSTILE.countsByReason());
        assertThat(stored).allSatisfy(row -> assertThat(row.get(2)).isEqualTo(row.get(1)));
    }

    @Test
    void whatIsNoAvroIsADeadLetterAndTheRestIsOnTheRejectedTopic() {
        var counts = new TreeMap<String, Long>();
        for (var record : TopicTail.read(machine.cluster(), TOPICS.rejectedResult())) {
            var rejected =
                    TOPICS.rejectedResult()
                            .valueSerde()
                            .deserializer()
                            .deserialize(record.topic(), record.value());
            assertThat(rejected.detail()).isNotBlank();
            counts.merge(rejected.reason().code(), 1L, Long::sum);
        }
        var letters = TopicTail.read(machine.cluster(), dlq());

        var expected = new TreeMap<>(HOSTILE.countsByReason());
        assertThat(letters).hasSize(Math.toIntExact(expected.remove("unreadable")));
        assertThat(counts).isEqualTo(expected);
    }

    @Test
    void aGoodResultAfterThemIsScored() {
        assertThat(
                        desk.sql(
                                "SELECT DISTINCT state, runs FROM suitability_scores WHERE model ="
                                        + " '"
                                        + HostileRecords.MODEL
                                        + "'"))
                .containsExactly(List.of("works", "1"));
        assertThat(desk.run("store", "verify", "--output", "csv").lines()).hasSize(1);
        var doctor = desk.run("doctor");
        assertThat(doctor.code()).isZero();
        assertThat(doctor.out()).contains("every stage is ready").contains("none is left open");
    }

    @Test
    void rejectionsAreMetrics() throws IOException, InterruptedException {
        var metrics = get("/metrics");

        HOSTILE.countsByReason()
                .forEach(
                        (reason, count) -> {
                            if (!reason.equals("unreadable")) {
                                assertThat(metrics).contains("reason=\"" + reason + "\"");
                            }
                        });
        assertThat(get("/readyz")).isEqualTo("ok\n");
    }

    @Test
    void theBrokerTakesNoRecordAboveItsLimit() {
        var topic = TOPICS.benchmarkResult();
        var huge = new HostileRecords.Case(null, "5 MB", topic, new byte[1], new byte[5 << 20]);

        assertThat(catchThrowable(() -> send(huge)))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RecordTooLargeException.class);
    }

    @Test
    void thePublisherRefusesBeforeSendingAndSaysWhereAndWhy() throws IOException {
        var before = published();
        var file =
                Files.writeString(directory.resolve("hostile.jsonl"), String.join("\n", lines()));

        var answer = desk.run("publish", file.toString());

        assertThat(answer.code()).isEqualTo(4);
        assertThat(answer.lines()).containsExactly("1 accepted, 7 rejected");
        assertThat(answer.err())
                .contains("hostile.jsonl:1: oversized")
                .contains("hostile.jsonl:2: oversized: label l")
                .contains("hostile.jsonl:3: negative")
                .contains("hostile.jsonl:4: unit_mismatch")
                .contains("hostile.jsonl:5: future_timestamp")
                .contains("hostile.jsonl:6 metrics.beauty: unknown_metric")
                .contains("hostile.jsonl:7: unreadable");
        assertThat(published()).isEqualTo(before + 1);
    }

    private static List<String> lines() {
        var second = "[{\"metric\":\"latency_mean_ms\",\"value\":1,\"unit\":\"s\"}]";
        return List.of(
                result("2024-05-01", "{\"latency_mean_ms\":1}", "x".repeat(5 << 20)),
                result("2024-05-01", "{\"latency_mean_ms\":1}", "x".repeat(2 << 20)),
                result("2024-05-01", "{\"latency_mean_ms\":-1}", ""),
                result("2024-05-01", second, ""),
                result("2999-05-01", "{\"latency_mean_ms\":1}", ""),
                result("2024-05-01", "{\"beauty\":1}", ""),
                "{\"kind\":\"benchmark\",",
                result("2024-05-02", "{\"latency_mean_ms\":1}", ""));
    }

    private static String result(String day, String metrics, String label) {
        return "{\"kind\":\"benchmark\",\"occurred_at\":\""
                + day
                + "T00:00:00Z\",\"model\":\"published\",\"version\":\"v1\",\"hardware\":{\"type\":"
                + "\"cpu\",\"vendor\":\"acme\",\"device\":\"board\"},\"configuration\":{\"runtime\":"
                + "\"tflite\"},\"metrics\":"
                + metrics
                + ",\"labels\":{\"l\":\""
                + label
                + "\"}}";
    }

    private static int published() {
        return TopicTail.read(machine.cluster(), TOPICS.benchmarkResult()).size();
    }

    private static Topic<byte[], byte[]> dlq() {
        return TOPICS.dlq(TOPICS.applicationId("scorer"));
    }

    private static void send(HostileRecords.Case record)
            throws ExecutionException, InterruptedException {
        var settings = ClientSettings.producer(machine.cluster(), "hostile");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 16 << 20);
        settings.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        try (var producer = new KafkaProducer<byte[], byte[]>(settings)) {
            producer.send(
                            new ProducerRecord<>(
                                    record.topic().fullName(), record.key(), record.value()))
                    .get();
        }
    }

    private static String get(String path) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + machine.opsPort() + path);
        var request = HttpRequest.newBuilder(uri).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
