package dev.chipwise.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path directory;

    @Test
    void keepsAcknowledgedRecordsThroughAKill() throws Exception {
        // Given
        String address;
        try (var broker = BrokerProcess.start(directory, 0, PATIENCE)) {
            address = broker.bootstrapServers();
            new Records(address).createTopic().write("one", "two");
            broker.kill();
        }

        // When
        try (var broker = BrokerProcess.start(directory, 0, PATIENCE)) {
            var records = new Records(broker.bootstrapServers());
            records.write("three");

            // Then
            assertThat(broker.bootstrapServers()).isEqualTo(address);
            assertThat(records.read(3)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void stopsInOrderWhenClosed() throws Exception {
        var broker = BrokerProcess.start(directory, 0, PATIENCE);

        broker.close();

        assertThat(broker.onExit().get(1, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void isKnownToBeGoneByWhoeverLooksNow() {
        try (var broker = BrokerProcess.start(directory, 0, PATIENCE)) {
            assertThat(broker.onExit().isDone()).isFalse();

            broker.kill();

            assertThat(broker.onExit().isDone()).isTrue();
        }
    }

    @Test
    void servesOnAfterASignalUntilTheParentIsDone() throws Exception {
        // Given
        try (var broker = BrokerProcess.start(directory, 0, PATIENCE)) {
            var records = new Records(broker.bootstrapServers()).createTopic();

            // When
            ProcessHandle.of(broker.pid()).orElseThrow().destroy();

            // Then
            records.write("what the parent had left to say");
            assertThat(records.read(1)).hasSize(1);
        }
    }

    @Test
    void saysWhyTheChildRefusedToStart() {
        try (var running = BrokerDirectory.claim(directory)) {
            assertThatThrownBy(() -> BrokerProcess.start(directory, 0, PATIENCE))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("already runs on " + running.root());
        }
    }

    @Test
    void startsWhileTheBrokerOfAKilledParentStillStops() throws Exception {
        // Given
        var parent = BrokerParent.start(directory);
        var orphan = ProcessHandle.of(parent.brokerPid()).orElseThrow();

        // When
        parent.kill();
        try (var broker = BrokerProcess.start(directory, 0, PATIENCE)) {

            // Then
            assertThat(orphan.isAlive()).isFalse();
            new Records(broker.bootstrapServers()).createTopic().write("one");
        } finally {
            orphan.destroyForcibly();
        }
    }

    @Test
    void diesWithTheParentThatWasKilled() throws Exception {
        // Given
        var parent = BrokerParent.start(directory);
        var broker = ProcessHandle.of(parent.brokerPid()).orElseThrow();

        // When
        parent.kill();

        // Then
        try {
            assertThat(broker.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
            BrokerDirectory.claim(directory).close();
        } finally {
            broker.destroyForcibly();
        }
    }
}
