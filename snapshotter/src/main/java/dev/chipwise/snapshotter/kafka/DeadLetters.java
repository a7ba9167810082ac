package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.RejectedResult;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.snapshotter.store.Stored;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads what Kafka Streams put aside as no Avro at all; where it came from stands in the headers
 * (KIP-1034).
 */
final class DeadLetters {

    private static final String TOPIC = "__streams.errors.topic";
    private static final String PARTITION = "__streams.errors.partition";
    private static final String OFFSET = "__streams.errors.offset";
    private static final String MESSAGE = "__streams.errors.message";
    private static final byte[] NO_VALUE = {};

    private final Map<String, String> names = new HashMap<>();

    DeadLetters(Topics topics) {
        for (Topic<?, ?> topic : topics.all()) {
            names.put(topic.fullName(), topic.name());
        }
    }

    Stored read(ConsumerRecord<byte[], byte[]> letter, String key) {
        var topic = header(letter, TOPIC, letter.topic());
        var result =
                new RejectedResult(
                        Reason.UNREADABLE,
                        header(letter, MESSAGE, "the bytes are no record of this topic"),
                        key,
                        letter.value() == null ? NO_VALUE : letter.value(),
                        names.getOrDefault(topic, topic),
                        (int) number(letter, PARTITION, letter.partition()),
                        number(letter, OFFSET, letter.offset()));
        return new Stored.Rejected(result, null);
    }

    private static long number(
            ConsumerRecord<byte[], byte[]> letter, String header, long otherwise) {
        var text = header(letter, header, "");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }

    private static String header(
            ConsumerRecord<byte[], byte[]> letter, String name, String otherwise) {
        var header = letter.headers().lastHeader(name);
        return header == null || header.value() == null
                ? otherwise
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
