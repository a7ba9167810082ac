package dev.chipwise.schemas.kafka;

import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The settings of every Kafka client, chosen so that no acknowledged record is lost or doubled;
 * overrides win last.
 */
public final class ClientSettings {

    private ClientSettings() {}

    /** An idempotent producer of bytes, acknowledged by all replicas, partitioned by model. */
    public static Properties producer(Cluster cluster, String clientId) {
        var settings = client(cluster, clientId);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, ModelPartitioner.class);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_MESSAGE_BYTES);
        return overridden(settings, cluster);
    }

    /** A {@link #producer} whose sends take effect together or not at all. */
    public static Properties transactionalProducer(Cluster cluster, String transactionalId) {
        var settings = producer(cluster, transactionalId);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return overridden(settings, cluster);
    }

    /**
     * A consumer of committed bytes that keeps its own offsets: it never commits by itself and
     * never skips silently.
     */
    public static Properties consumer(Cluster cluster, String groupId) {
        var settings = client(cluster, groupId);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return overridden(settings, cluster);
    }

    public static Properties admin(Cluster cluster, String clientId) {
        return overridden(client(cluster, clientId), cluster);
    }

    static Properties client(Cluster cluster, String clientId) {
        var settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        return settings;
    }

    static Properties overridden(Properties settings, Cluster cluster) {
        settings.putAll(cluster.overrides());
        return settings;
    }
}
