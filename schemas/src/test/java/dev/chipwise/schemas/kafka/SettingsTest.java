package dev.chipwise.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Cluster CLUSTER = Cluster.at("localhost:9092");

    @Test
    void aProducerLosesAndDoublesNothing() {
        var config = new ProducerConfig(ClientSettings.producer(CLUSTER, "publisher"));
        assertThat(config.getString("acks")).isEqualTo("-1");
        assertThat(config.getBoolean("enable.idempotence")).isTrue();
        assertThat(config.getClass("partitioner.class")).isEqualTo(ModelPartitioner.class);
    }

    @Test
    void aTransactionalProducerHasAnId() {
        var config = new ProducerConfig(ClientSettings.transactionalProducer(CLUSTER, "link-1"));
        assertThat(config.getString("transactional.id")).isEqualTo("link-1");
    }

    @Test
    void aConsumerSeesOnlyWhatIsCommittedAndNeverSkips() {
        var config = new ConsumerConfig(ClientSettings.consumer(CLUSTER, "sink"));
        assertThat(config.getString("isolation.level")).isEqualTo("read_committed");
        assertThat(config.getBoolean("enable.auto.commit")).isFalse();
        assertThat(config.getString("auto.offset.reset")).isEqualTo("none");
    }

    @Test
    void streamsAreExactlyOnceNamedAndQuicklyBack() {
        var config = new StreamsConfig(StreamsSettings.of(CLUSTER, application()));
        assertThat(config.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        assertThat(config.getLong("commit.interval.ms")).isEqualTo(50);
        assertThat(config.getBoolean("ensure.explicit.internal.resource.naming")).isTrue();
        assertThat(config.getString("errors.dead.letter.queue.topic.name"))
                .isEqualTo("chipwise.scorer.dlq");
        assertThat(config.getClass("rocksdb.config.setter")).isEqualTo(BoundedRocksMemory.class);
        assertThat(config.getClass("processing.exception.handler")).isEqualTo(SkipPoison.class);
    }

    @Test
    void aStreamsThreadIsAStaticMemberWithAShortSession() {
        var config = new StreamsConfig(StreamsSettings.of(CLUSTER, application()));
        var settings = config.getMainConsumerConfigs("group", "client", 1);
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        var consumer = new ConsumerConfig(settings);
        assertThat(consumer.getString("group.instance.id")).startsWith("scorer-0");
        assertThat(consumer.getInt("session.timeout.ms")).isEqualTo(6_000);
        assertThat(consumer.getInt("heartbeat.interval.ms")).isEqualTo(1_000);
        assertThat(consumer.getString("isolation.level")).isEqualTo("read_committed");
        assertThat(consumer.getString("auto.offset.reset")).isEqualTo("earliest");
    }

    @Test
    void aReplicatedClusterGetsAStandby() {
        var one = application();
        var three =
                new StreamsApplication(
                        one.id(),
                        one.instance(),
                        one.stateDirectory(),
                        one.deadLetterTopic(),
                        3,
                        Duration.ofMillis(20));
        var config = new StreamsConfig(StreamsSettings.of(CLUSTER, three));
        assertThat(config.getInt("num.standby.replicas")).isEqualTo(1);
        assertThat(config.getInt("replication.factor")).isEqualTo(3);
        assertThat(config.originalsWithPrefix("topic.")).containsEntry("min.insync.replicas", 2);
    }

    @Test
    void overridesWinOverEverything() {
        var secured =
                new Cluster(
                        "localhost:9092",
                        Map.of(
                                "security.protocol",
                                "SSL",
                                "commit.interval.ms",
                                "200",
                                "acks",
                                "1"));
        var streams = StreamsSettings.of(secured, application());
        assertThat(streams)
                .containsEntry("security.protocol", "SSL")
                .containsEntry("commit.interval.ms", "200");
        assertThat(ClientSettings.producer(secured, "p")).containsEntry("acks", "1");
        var admin = new AdminClientConfig(ClientSettings.admin(secured, "a"));
        assertThat(admin.getString("security.protocol")).isEqualTo("SSL");
    }

    @Test
    void aClusterWithoutAddressIsRefusedWithAdvice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cluster.at(" "))
                .withMessageContaining("--bootstrap-server");
    }

    private static StreamsApplication application() {
        return StreamsApplication.single(Topics.withDefaultPrefix(), "scorer", Path.of("state"));
    }
}
