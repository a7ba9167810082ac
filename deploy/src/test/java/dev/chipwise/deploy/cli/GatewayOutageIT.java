package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chipwise.ingest.http.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker goes away and comes back under a gateway that keeps running. */
class GatewayOutageIT {

    private static final String RESULTS = "/v1/results";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir private Path directory;

    @Test
    void requestsAreForLaterWhileTheBrokerIsAwayAndNothingAcknowledgedIsLost() throws IOException {
        try (var running = new BrokerWithGateway(directory, false, Limits.DEFAULT)) {
            // Given
            var caller = running.caller();
            var acknowledged = new ArrayList<String>();
            acknowledged.addAll(post(caller, 0).acceptedIds());

            // When
            running.stopBroker();
            var away = post(caller, 100);
            var again = post(caller, 100);
            var notReady = running.isReady();
            running.startBroker();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> post(caller, 100).status() == 202);
            acknowledged.addAll(post(caller, 100).acceptedIds());

            // Then
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.acceptedIds()).isEmpty();
            assertThat(again.code()).isEqualTo("broker_away");
            assertThat(again.retryAfter()).isNotEmpty();
            assertThat(notReady).isFalse();
            assertThat(acknowledged).hasSize(100).doesNotHaveDuplicates();
            assertThat(running.keptIds()).containsAll(acknowledged);
        }
    }

    private static GatewayCaller.Reply post(GatewayCaller caller, int from) throws IOException {
        return caller.post(RESULTS, GatewayCaller.NDJSON, GatewayCaller.lines(from, 50));
    }
}
