package dev.chipwise.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.ClusterAdmin;
import dev.chipwise.schemas.kafka.OpenTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A coordinator that has lost its log knows as little of a transaction as one that forgot it. */
class HangingTransactionTest {

    private static final OpenTransactionAt PLACE =
            new OpenTransactionAt(new TopicPartition("records", 0), 1);

    @TempDir Path directory;

    @Test
    void isFoundAndEndedThoughItsCoordinatorForgotIt() throws Exception {
        // Given
        try (var broker = EmbeddedBroker.start(directory)) {
            var records = new Records(broker.bootstrapServers()).createTopic();
            records.write("before");
            records.leaveOpen("open");
        }
        forgetTransactions();

        try (var broker = EmbeddedBroker.start(directory);
                var admin =
                        new ClusterAdmin(
                                Cluster.at(broker.bootstrapServers()), Duration.ofSeconds(30))) {
            var records = new Records(broker.bootstrapServers());
            records.write("after");
            assertThat(places(admin)).containsExactly(PLACE);

            // When
            assertThat(admin.abortHangingTransactions()).isOne();

            // Then
            assertThat(places(admin)).isEmpty();
            assertThat(records.readCommitted(2)).containsExactly("before", "after");
        }
    }

    @Test
    void isNotWhatItsProducerStillWritesTo() throws Exception {
        try (var broker = EmbeddedBroker.start(directory);
                var admin =
                        new ClusterAdmin(
                                Cluster.at(broker.bootstrapServers()), Duration.ofSeconds(30))) {
            new Records(broker.bootstrapServers()).createTopic().leaveOpen("open");

            assertThat(places(admin)).isEmpty();
        }
    }

    private record OpenTransactionAt(TopicPartition partition, long offset) {

        OpenTransactionAt(OpenTransaction open) {
            this(open.partition(), open.startOffset());
        }
    }

    private static List<OpenTransactionAt> places(ClusterAdmin admin) {
        return admin.hangingTransactions("records").stream().map(OpenTransactionAt::new).toList();
    }

    private void forgetTransactions() throws IOException {
        try (var files = Files.walk(directory)) {
            var logs =
                    files.filter(
                                    file ->
                                            file.getParent()
                                                    .getFileName()
                                                    .toString()
                                                    .startsWith("__transaction_state-"))
                            .toList();
            assertThat(logs).isNotEmpty();
            for (var log : logs) {
                Files.delete(log);
            }
        }
    }
}
