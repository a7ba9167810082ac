package dev.chipwise.schemas.kafka;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/**
 * The settings of every Streams application: exactly once, named internals, bounded memory, a quick
 * return after a kill.
 */
public final class StreamsSettings {

    /**
     * The shortest that a broker allows by default; with the default 45 s a killed instance would
     * be missed that long.
     */
    private static final int SESSION_TIMEOUT_MS = 6_000;

    private static final int HEARTBEAT_MS = 1_000;

    /** Ticks and commits of a quiet topology wait for the end of a poll. */
    private static final int LONGEST_POLL_MS = 10;

    private StreamsSettings() {}

    public static Properties of(Cluster cluster, StreamsApplication application) {
        var settings =
                ClientSettings.client(cluster, application.id() + "-" + application.instance());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application.id());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, application.stateDirectory().toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, application.commitInterval().toMillis());
        settings.put(StreamsConfig.POLL_MS_CONFIG, LONGEST_POLL_MS);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, application.replicationFactor());
        settings.put(
                StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
                application.minInSyncReplicas());
        settings.put(
                StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
                application.replicationFactor() > 1 ? 1 : 0);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksMemory.class);
        putErrorHandling(settings, application);
        putMembership(settings, application);
        putProducer(settings);
        return ClientSettings.overridden(settings, cluster);
    }

    private static void putErrorHandling(Properties settings, StreamsApplication application) {
        settings.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                application.deadLetterTopic());
        settings.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueExceptionHandler.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, SkipPoison.class);
    }

    /**
     * Static membership and a short session: whoever is killed and comes back continues within
     * seconds.
     */
    private static void putMembership(Properties settings, StreamsApplication application) {
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                application.instance());
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                SESSION_TIMEOUT_MS);
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                HEARTBEAT_MS);
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    }

    private static void putProducer(Properties settings) {
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                Topics.MAX_DERIVED_MESSAGE_BYTES);
    }
}
