package dev.chipwise.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.Topics;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clusters for which there cannot even be a client. */
class UnusableClusterTest {

    @Test
    void aNameThatLeadsNowhereIsABrokerThatIsAway() {
        assertThatThrownBy(() -> to("no-such-host.invalid:9092"))
                .isInstanceOf(Undelivered.class)
                .hasMessageContaining("is the network up");
    }

    @Test
    void anAddressThatIsNoneIsWrongSetup() {
        assertThatThrownBy(() -> to("no address"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Kafka refuses the settings");
    }

    private KafkaPublisher to(String bootstrapServers) {
        return KafkaPublisher.to(
                Cluster.at(bootstrapServers),
                new Topics("test."),
                event -> Optional.empty(),
                PublisherSettings.DEFAULT);
    }
}
