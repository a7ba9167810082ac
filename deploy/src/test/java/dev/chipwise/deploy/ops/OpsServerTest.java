package dev.chipwise.deploy.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.snapshotter.store.BatchOutcome;
import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.LedgerEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Health and metrics as probes and Prometheus ask for them. */
class OpsServerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** Health that a test can change. */
    private static final class Spoken implements Health {

        private String failed = "";
        private String notReady = "";

        @Override
        public String failed() {
            return failed;
        }

        @Override
        public String notReady() {
            return notReady;
        }
    }

    private final Spoken health = new Spoken();
    private final StageMetrics metrics = new StageMetrics();
    private final OpsServer server = new OpsServer(0, health, metrics, this::copy);
    private boolean canCopy = true;

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    @Test
    void aHealthyProcessIsAliveAndReady() throws Exception {
        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void aStageThatRestoresIsAliveButNotReady() throws Exception {
        health.notReady = "scorer is not ready";

        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/readyz").body()).isEqualTo("scorer is not ready\n");
    }

    @Test
    void aClientHearsWhatIsNotReady() throws Exception {
        var client = new OpsClient(server.port(), Duration.ofSeconds(10));
        client.requireReady();

        health.notReady = "gateway is not ready";

        assertThatThrownBy(client::requireReady)
                .isInstanceOf(IOException.class)
                .hasMessage("gateway is not ready");
    }

    @Test
    void aStageThatFailedIsNotAlive() throws Exception {
        health.failed = "sink has failed";

        assertThat(get("/livez").statusCode()).isEqualTo(503);
        assertThat(get("/livez").body()).contains("sink has failed");
    }

    @Test
    void aCopyIsMadeOnRequestOrItsFailureIsSaid() throws Exception {
        assertThat(post("/v1/copies").statusCode()).isEqualTo(201);
        assertThat(post("/v1/copies").body()).isEqualTo("a/copy");
        assertThat(get("/v1/copies").statusCode()).isEqualTo(405);

        canCopy = false;

        assertThat(post("/v1/copies").statusCode()).isEqualTo(503);
        assertThat(post("/v1/copies").body()).contains("disk full");
    }

    @Test
    void aPageInABrowserIsRefused() throws Exception {
        var page =
                HttpRequest.newBuilder(uri("/v1/copies"))
                        .POST(BodyPublishers.noBody())
                        .header("Origin", "http://page.example")
                        .build();

        assertThat(send(page).statusCode()).isEqualTo(403);
    }

    @Test
    void aRequestUnderAnotherNameIsRefused() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            var request = "GET /livez HTTP/1.1\r\nHost: page.example\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream()));

            assertThat(answer.readLine()).contains("403");
        }
    }

    @Test
    void whoeverGivesNoAnswerIsNotWaitedForWithoutEnd() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = new OpsClient(silent.getLocalPort(), Duration.ofMinutes(5));

            assertThatThrownBy(client::copy)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no answer within");
        }
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/livez/more").statusCode()).isEqualTo(404);
    }

    @Test
    void everyMetricHasItsNameAndUnit() throws Exception {
        metrics.scorer().accepted("benchmark.result.v1");
        metrics.scorer().unchanged("benchmark.result.v1");
        metrics.scorer().rejected("benchmark.result.v1", Reason.NOT_FINITE);
        metrics.scorer().boardScored(new BoardKey("m", "v", "w"));
        metrics.snapshotter().snapshotWritten(new VersionKey("m", "v"));
        var entry = new LedgerEntry(1, new Lane("c", "i", "t", 0), 0, 4, 5, 3, 1, 1);
        var outcome = new BatchOutcome(1, List.of(entry));
        metrics.sink().committed(outcome, Duration.ofMillis(20), NOW.minusSeconds(2), NOW);

        var said = get("/metrics").body();

        assertThat(said)
                .contains("chipwise_events_accepted_total{topic=\"benchmark.result.v1\"} 1.0")
                .contains("chipwise_events_unchanged_total{topic=\"benchmark.result.v1\"} 1.0")
                .contains(
                        "chipwise_events_rejected_total{reason=\"not_finite\",topic=\"benchmark.result.v1\"}"
                                + " 1.0")
                .contains("chipwise_boards_scored_total 1.0")
                .contains("chipwise_snapshots_written_total 1.0")
                .contains("chipwise_sink_rows_read_total 5.0")
                .contains("chipwise_sink_rows_new_total 3.0")
                .contains("chipwise_sink_rows_duplicate_total 1.0")
                .contains("chipwise_sink_rows_rejected_total 1.0")
                .contains("chipwise_sink_commit_seconds_count 1")
                .contains("chipwise_sink_freshness_seconds_sum 2.0")
                .contains("jvm_memory_used_bytes")
                .contains("process_uptime_seconds");
    }

    private String copy() {
        if (!canCopy) {
            throw new IllegalStateException("disk full");
        }
        return "a/copy";
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.noBody()).build());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
