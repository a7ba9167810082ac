package dev.chipwise.schemas.kafka;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;

/**
 * A topic, typed.
 *
 * @param name without prefix, the same for every tenant
 * @param fullName with prefix, as the cluster knows it
 */
public record Topic<K, V>(
        String name,
        String fullName,
        Serde<K> keySerde,
        Serde<V> valueSerde,
        Cleanup cleanup,
        Writer writer) {

    /**
     * Who writes a topic, which decides whose clock its records carry and how large they may be.
     */
    public enum Writer {
        /**
         * Publishers, so the broker stamps: nobody's clock can pass for the time an event was
         * recorded.
         */
        PUBLISHERS("LogAppendTime", Topics.MAX_MESSAGE_BYTES),
        /**
         * Our own stages: Streams passes on the time of the cause, and a snapshot or a rejected
         * event must fit.
         */
        STAGES("CreateTime", Topics.MAX_DERIVED_MESSAGE_BYTES);

        private final String timestampType;
        private final int limitBytes;

        Writer(String timestampType, int limitBytes) {
            this.timestampType = timestampType;
            this.limitBytes = limitBytes;
        }
    }

    /** Room for what Kafka wraps around a record: batch header, record header, our own headers. */
    private static final int WRAPPING_BYTES = 1024;

    /** The same topic, read as values together with their original bytes. */
    public Topic<K, Received<V>> received() {
        return new Topic<>(
                name, fullName, keySerde, CodecSerde.received(valueSerde), cleanup, writer);
    }

    /**
     * The most bytes that a key and value may have together; whoever sends checks it, and says so
     * clearly.
     */
    public int mostEventBytes() {
        return writer.limitBytes - WRAPPING_BYTES;
    }

    /** The configuration that the topic is created with where it is spread like this. */
    Map<String, String> configs(Layout layout) {
        var configs = new TreeMap<>(configs());
        configs.put(
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                Integer.toString(layout.minInSyncReplicas()));
        return configs;
    }

    /** The part of its configuration that is the same however it is spread. */
    public Map<String, String> configs() {
        var configs = new TreeMap<>(cleanup.configs());
        configs.put("message.timestamp.type", writer.timestampType);
        configs.put("max.message.bytes", Integer.toString(writer.limitBytes));
        return configs;
    }
}
