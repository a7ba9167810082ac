package dev.chipwise.deploy.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Writes acknowledged records to one topic of a broker and reads them back. */
final class Records {

    private static final TopicPartition PARTITION = new TopicPartition("records", 0);

    private final Map<String, Object> settings;

    Records(String bootstrapServers) {
        settings =
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "acks", "all",
                        "auto.offset.reset", "earliest");
    }

    Records createTopic() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1))).all().get();
            Awaitility.await()
                    .ignoreExceptions()
                    .until(
                            () ->
                                    admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest()))
                                            .all()
                                            .get()
                                            .containsKey(PARTITION));
        }
        return this;
    }

    void write(String... values) throws ExecutionException, InterruptedException {
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var value : values) {
                producer.send(new ProducerRecord<>(PARTITION.topic(), "key", value)).get();
            }
        }
    }

    /** Writes within a transaction that is never ended: its producer just goes. */
    void leaveOpen(String value) throws ExecutionException, InterruptedException {
        var transactional = new HashMap<>(settings);
        transactional.put("transactional.id", "never-ended");
        // Closing in order would abort it.
        var producer =
                new KafkaProducer<>(transactional, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(PARTITION.topic(), "key", value)).get();
        producer.close(Duration.ZERO);
    }

    List<String> read(int count) {
        return read(count, settings);
    }

    /** What readers of committed records see. */
    List<String> readCommitted(int count) {
        var committed = new HashMap<>(settings);
        committed.put("isolation.level", "read_committed");
        return read(count, committed);
    }

    private static List<String> read(int count, Map<String, Object> settings) {
        var values = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(100))
                                        .forEach(read -> values.add(read.value()));
                                return values.size() >= count;
                            });
        }
        return values;
    }
}
