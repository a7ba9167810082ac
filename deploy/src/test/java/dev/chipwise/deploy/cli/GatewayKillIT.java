package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of gateway and broker under somebody who posts and does not give up. */
class GatewayKillIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int RECORDS = 20;

    @TempDir private Path directory;

    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    @Test
    void nothingAcknowledgedIsLostAndARetryCountsNothingTwice() throws Exception {
        // Given
        int port = freePort();
        var posting = CompletableFuture.runAsync(() -> postForEver(port));

        // When
        for (int kill = 1; kill <= 2; kill++) {
            try (var up = up(port)) {
                awaitMoreAcknowledged();
                kill(up, kill);
            }
        }

        // Then
        try (var up = up(port)) {
            awaitMoreAcknowledged();
            stopped = true;
            posting.join();
            var desk = new Desk(directory);
            var kept = BrokerWithGateway.ids(desk.session().cluster(), desk.session());
            assertThat(kept).containsAll(acknowledged);
            assertThat(desk.settled(PATIENCE)).isTrue();
            var asked = "SELECT count(*), count(DISTINCT labels['n']) FROM benchmark_results";
            var counts = desk.sql(asked).get(0);
            assertThat(counts.get(0)).as("rows and records posted").isEqualTo(counts.get(1));
            assertThat(Integer.parseInt(counts.get(0))).isGreaterThanOrEqualTo(acknowledged.size());
            assertThat(up.stop()).isIn(0, 143);
        }
    }

    private static void kill(CommandProcess up, int number) {
        if (number == 1) {
            up.kill();
        } else {
            up.killAlone();
        }
    }

    private CommandProcess up(int port) throws IOException {
        return CommandProcess.start(directory, "up", "--listen", Integer.toString(port))
                .awaitSaying("stop it with");
    }

    private void awaitMoreAcknowledged() {
        int enough = acknowledged.size() + 5 * RECORDS;
        await().atMost(PATIENCE).until(() -> acknowledged.size() >= enough);
    }

    /** The next records only when these are acknowledged. */
    private void postForEver(int port) {
        var caller = new GatewayCaller("http://127.0.0.1:" + port);
        for (int next = 0; !stopped; ) {
            var ids = post(caller, next);
            if (ids.isEmpty()) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            } else {
                acknowledged.addAll(ids);
                next += RECORDS;
            }
        }
    }

    private static List<String> post(GatewayCaller caller, int from) {
        try {
            var lines = GatewayCaller.lines(from, RECORDS);
            var reply = caller.post("/v1/results", GatewayCaller.NDJSON, lines);
            return reply.status() == 202 ? reply.acceptedIds() : List.of();
        } catch (IOException notThere) {
            return List.of();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
