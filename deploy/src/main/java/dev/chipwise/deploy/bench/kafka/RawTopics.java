package dev.chipwise.deploy.bench.kafka;

import dev.chipwise.schemas.kafka.Cleanup;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Where bytes go that only measure the way.
 *
 * @param plain written and read
 * @param in read by a topology that passes everything on
 * @param out written by that topology
 */
public record RawTopics(
        Topic<byte[], byte[]> plain, Topic<byte[], byte[]> in, Topic<byte[], byte[]> out) {

    public static RawTopics of(Topics topics) {
        return new RawTopics(
                raw(topics, "raw.plain"), raw(topics, "raw.in"), raw(topics, "raw.out"));
    }

    public List<Topic<byte[], byte[]>> all() {
        return List.of(plain, in, out);
    }

    private static Topic<byte[], byte[]> raw(Topics topics, String name) {
        return new Topic<>(
                name,
                topics.applicationId(name),
                Serdes.ByteArray(),
                Serdes.ByteArray(),
                Cleanup.never(),
                Topic.Writer.PUBLISHERS);
    }
}
