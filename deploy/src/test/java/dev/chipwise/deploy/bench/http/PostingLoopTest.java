package dev.chipwise.deploy.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.chipwise.deploy.bench.Load;
import dev.chipwise.deploy.bench.LoadShape;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Posting;
import dev.chipwise.schemas.domain.Catalog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostingLoopTest {

    private static final Duration TICK = Duration.ofMillis(100);
    private static final Pattern ID = Pattern.compile("\"event_id\":\"([^\"]+)\"");
    private static final Posting POSTING = new Posting(1, 10);

    private final Catalog catalog = Catalog.shipped();
    private final GatewayLoad load =
            new GatewayLoad(
                    new Load(LoadShape.small(2), catalog, 1, Instant.EPOCH).mixed(2, 50), catalog);
    private final AtomicLong now = new AtomicLong();
    private final List<Long> pauses = new ArrayList<>();
    private final List<String> received = new ArrayList<>();
    private final Observations observations = new Observations();
    private HttpServer server;
    private int refusals;
    private String status = "accepted";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/results", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsOneRequestAfterTheOtherUntilTheTimeIsOver() throws InterruptedException {
        var ids = loop(TICK.multipliedBy(10)).measure(observations);

        assertThat(ids).isNotEmpty().isEqualTo(received);
        assertThat(observations.of(POSTING.answered())).containsExactly(100.0);
        assertThat(observations.of(POSTING.answeredLate())).containsExactly(100.0);
        assertThat(observations.of(POSTING.refused())).containsExactly(0.0);
    }

    @Test
    void comesAgainWhenToldAndCountsIt() throws InterruptedException {
        refusals = 1;

        var ids = loop(TICK.multipliedBy(2)).measure(observations);

        assertThat(ids).hasSize(10).isEqualTo(received);
        assertThat(pauses).containsExactly(Duration.ofSeconds(3).toNanos());
        assertThat(observations.of(POSTING.refused())).containsExactly(50.0);
    }

    @Test
    void failsWhenARecordIsNotAccepted() {
        status = "rejected";

        assertThatIllegalStateException()
                .isThrownBy(() -> loop(TICK.multipliedBy(2)).measure(observations))
                .withMessageContaining("did not accept all");
    }

    private PostingLoop loop(Duration each) {
        var gateway = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new PostingLoop(
                gateway, load, POSTING, each, () -> now.addAndGet(TICK.toNanos()), pauses::add);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (refusals-- > 0) {
            exchange.getResponseHeaders().add("Retry-After", "3");
            reply(exchange, 503, "{}");
            return;
        }
        var ids = ID.matcher(body).results().map(found -> found.group(1)).toList();
        received.addAll(ids);
        var records =
                ids.stream()
                        .map(id -> "{\"status\":\"" + status + "\",\"event_id\":\"" + id + "\"}")
                        .collect(Collectors.joining(","));
        reply(exchange, 202, "{\"records\":[" + records + "]}");
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().close();
    }
}
