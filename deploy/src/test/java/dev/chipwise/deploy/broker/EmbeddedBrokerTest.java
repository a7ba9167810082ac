package dev.chipwise.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    @TempDir Path directory;

    @Test
    void keepsRecordsAndAddressOverARestart() throws Exception {
        // Given
        String address;
        try (var broker = EmbeddedBroker.start(directory)) {
            address = broker.bootstrapServers();
            new Records(address).createTopic().write("one", "two");
        }

        // When
        try (var broker = EmbeddedBroker.start(directory)) {
            var records = new Records(broker.bootstrapServers());
            records.write("three");

            // Then
            assertThat(broker.bootstrapServers()).isEqualTo(address).startsWith("127.0.0.1:");
            assertThat(EmbeddedBroker.addressOf(directory)).contains(address);
            assertThat(records.read(3)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void refusesADirectoryThatAnotherBrokerUses() {
        try (var running = BrokerDirectory.claim(directory)) {
            assertThatThrownBy(() -> EmbeddedBroker.start(directory))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("already runs on " + running.root());
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, taken.getLocalPort()))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("--port");
        }
        assertThat(directory).isNotEmptyDirectory();
        assertThat(EmbeddedBroker.addressOf(directory)).isEmpty();
    }

    @Test
    void refusesADirectoryWhoseNameKafkaWouldSplit() {
        assertThatThrownBy(() -> EmbeddedBroker.start(directory.resolve("a,b")))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("comma");
    }

    @Test
    void movesAwayFromARememberedPortThatSomebodyTook() throws Exception {
        // Given
        BrokerPorts first;
        try (var claimed = BrokerDirectory.claim(directory)) {
            first = claimed.settlePorts(BrokerPorts.ANY);
        }

        // When
        try (var taken = new ServerSocket(first.broker(), 1, InetAddress.getByName("127.0.0.1"));
                var claimed = BrokerDirectory.claim(directory)) {
            var second = claimed.settlePorts(BrokerPorts.ANY);

            // Then
            assertThat(second.broker()).isNotEqualTo(taken.getLocalPort()).isPositive();
            assertThat(second.controller()).isEqualTo(first.controller());
        }
    }

    @Test
    void takesUnreadablePortsForNone() throws Exception {
        Files.writeString(directory.resolve("ports.properties"), "broker=nine\n");

        assertThat(EmbeddedBroker.addressOf(directory)).isEmpty();
    }
}
