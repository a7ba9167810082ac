package dev.chipwise.deploy.broker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessTest {

    @TempDir private Path directory;

    @Test
    void saysInWordsHowLongItWaited() {
        assertThatThrownBy(() -> BrokerProcess.start(directory, 0, Duration.ofMillis(1)))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("did not start within 0 s")
                .hasMessageContaining("broker.log");
    }
}
