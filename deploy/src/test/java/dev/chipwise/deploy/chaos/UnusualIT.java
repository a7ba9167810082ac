package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.chipwise.deploy.chaos.Pipeline.Part;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.kafka.ClientSettings;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.schemas.samples.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traffic that is rare but right, and times and sizes that are not. */
@AtLength
class UnusualIT {

    private static final int EVENTS = 600;
    private static final String MODEL = "clocks";
    private static final Topics TOPICS = Topics.withDefaultPrefix();

    @TempDir private static Path directory;
    private static final AckLedger LEDGER = new AckLedger();
    private static Pipeline pipeline;

    @BeforeAll
    static void start() throws IOException {
        pipeline = Pipeline.start(directory);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    @Test
    void aHotKeyAndIdlePartitionsHoldNobodyUp() throws IOException {
        var story = new Story(21, 90);
        LedgerPublisher.publish(pipeline.address(), story, LEDGER, 0, EVENTS);
        pipeline.assertExact(LEDGER);

        var idle = new Story(22, 100);
        LedgerPublisher.publish(pipeline.address(), idle, LEDGER, 1, 50);
        pipeline.assertExact(LEDGER);
    }

    @Test
    void whatComesAgainAfterARestartOfEverybodyChangesNothing() throws IOException {
        var story = Story.of(23);
        LedgerPublisher.publish(pipeline.address(), story, LEDGER, 0, EVENTS);
        pipeline.assertExact(LEDGER);
        var scores = scores();
        for (var part : Part.values()) {
            pipeline.kill(part);
        }
        pipeline.ensureAll();

        LedgerPublisher.publish(pipeline.address(), story, LEDGER, 0, EVENTS);

        pipeline.assertExact(LEDGER);
        assertThat(scores()).isEqualTo(scores);
    }

    @Test
    void timesThatCannotBeAreRejectedAndClocksThatAreSlowAreNot() throws Exception {
        var now = Instant.now();
        var yesterday = result(3, now.minus(1, ChronoUnit.DAYS));
        LEDGER.handedOver(yesterday.envelope().eventId());
        LEDGER.acknowledged(yesterday.envelope().eventId());
        for (var result :
                List.of(
                        result(1, Instant.EPOCH),
                        result(2, Instant.parse("9999-12-31T23:59:59Z")),
                        yesterday,
                        result(4, now.plus(1, ChronoUnit.DAYS)))) {
            send(TOPICS.benchmarkResult().valueSerde().serializer().serialize("", result));
        }

        pipeline.assertExact(LEDGER);

        assertThat(rejected())
                .containsExactlyInAnyOrder(
                        List.of("timestamp_too_old", "1"), List.of("future_timestamp", "2"));
        assertThat(
                        pipeline.desk()
                                .sql(
                                        "SELECT DISTINCT state, runs FROM suitability_scores WHERE"
                                                + " model = '"
                                                + MODEL
                                                + "'"))
                .containsExactly(List.of("works", "1"));
    }

    @Test
    void fiftyMegabytesAreRefusedByTheBroker() throws Exception {
        assertThat(catchThrowable(() -> send(new byte[50 << 20])))
                .hasCauseInstanceOf(RecordTooLargeException.class);
    }

    private static List<List<String>> scores() {
        return pipeline.desk()
                .sql(
                        "SELECT model, version, hardware_id, score, runs FROM suitability_scores"
                                + " ORDER BY ALL");
    }

    private static List<List<String>> rejected() {
        return pipeline.desk()
                .sql("SELECT reason, count(*) FROM rejected_results GROUP BY 1 ORDER BY 1");
    }

    private static BenchmarkResult result(int n, Instant at) {
        return Samples.result(n).of(MODEL, "v1").at(at).benchmark();
    }

    /** Past the publisher, who would refuse most of this before it is sent. */
    private static void send(byte[] value) throws Exception {
        var settings = ClientSettings.producer(Cluster.at(pipeline.address()), "unusual");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 64 << 20);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 128L << 20);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        var topic = TOPICS.benchmarkResult().fullName();
        try (var producer = new KafkaProducer<byte[], byte[]>(settings)) {
            producer.send(
                            new ProducerRecord<>(
                                    topic, MODEL.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        }
    }
}
