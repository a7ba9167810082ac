package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.chipwise.ingest.publish.Acknowledgement;
import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.ingest.publish.Acknowledgement.Refused;
import dev.chipwise.ingest.publish.ResultSamples;
import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Publishing through a gateway is like publishing to the broker. */
@Timeout(60)
class GatewayPublisherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir private Path directory;

    @Test
    void everyEventArrivesAsItIsAndInOrder() {
        var events = IntStream.range(0, 1_201).mapToObj(ResultSamples::result).toList();
        try (var rig = Rig.with(Limits.DEFAULT);
                var publisher = to(rig, Optional.empty())) {
            var acknowledged = events.stream().map(event -> publish(publisher, event)).toList();
            publisher.flush();

            assertThat(rig.kept()).isEqualTo(List.<Event>copyOf(events));
            assertThat(acknowledged)
                    .extracting(CompletableFuture::join)
                    .hasOnlyElementsOfType(Accepted.class)
                    .extracting(Acknowledgement::eventId)
                    .isEqualTo(rig.keptIds());
            assertThat(publisher.counts().accepted()).isEqualTo(1_201);
        }
    }

    @Test
    void aRefusalSaysTheReasonThatTheGatewaySays() {
        try (var rig = Rig.open();
                var publisher = to(rig, Optional.empty())) {
            var invalid = publish(publisher, ResultSamples.invalid(1));
            var valid = publish(publisher, ResultSamples.result(2));
            publisher.flush();

            var expected = Rig.RULES.refusal(ResultSamples.invalid(1)).orElseThrow();
            assertThat(invalid.join()).isEqualTo(expected);
            assertThat(valid.join()).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void eventsThatSayTheSameAreNoBombToTheGateway() {
        var message = "a".repeat(10_000);
        try (var rig = Rig.with(Limits.DEFAULT);
                var publisher = to(rig, Optional.empty())) {
            for (int number = 0; number < 300; number++) {
                publish(publisher, ResultSamples.withMessage(number, message));
            }
            publisher.flush();

            assertThat(rig.kept()).hasSize(300);
        }
    }

    @Test
    void aProxyWithoutAGatewayBehindItIsSomethingForLater() throws IOException {
        var proxy = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        proxy.createContext("/", GatewayPublisherTest::badGateway);
        proxy.start();
        var url = "http://127.0.0.1:" + proxy.getAddress().getPort();
        try (var publisher = GatewayPublisher.to(url, Optional.empty(), PATIENCE)) {
            publish(publisher, ResultSamples.result(1));

            assertThatThrownBy(publisher::flush)
                    .isInstanceOf(Undelivered.class)
                    .hasMessageContaining("HTTP 502");
        } finally {
            proxy.stop(0);
        }
    }

    private static void badGateway(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(502, -1);
        exchange.close();
    }

    @Test
    void aRequestOfNothingButRefusalsIsNoFailure() {
        try (var rig = Rig.open();
                var publisher = to(rig, Optional.empty())) {
            var invalid = publish(publisher, ResultSamples.invalid(1));
            publisher.flush();

            assertThat(((Refused) invalid.join()).reason()).isEqualTo(Reason.ZERO);
        }
    }

    @Test
    void eventsOfEveryKindFindTheirRoute() throws IOException {
        List<Event> events =
                Stream.of(
                                ResultSamples.result(1),
                                Events.version(),
                                Events.retraction(),
                                Events.battery())
                        .toList();
        try (var rig = Rig.open();
                var publisher = to(rig, Optional.empty())) {
            events.forEach(publisher::publish);
            publisher.flush();

            assertThat(rig.kept()).isEqualTo(events);
        }
    }

    @Test
    void aTokenIsSent() {
        var tokens = new TokenFile(directory.resolve("tokens"));
        var text =
                tokens.create(
                        "t", EnumSet.of(Scope.PUBLISH), ResultSamples.NOW, new SecureRandom());
        try (var rig = Rig.withTokens(tokens.path(), true, 100);
                var publisher = to(rig, Optional.of(text))) {
            publish(publisher, ResultSamples.result(1));
            publisher.flush();

            assertThat(rig.kept()).hasSize(1);
        }
    }

    @Test
    void withoutATokenThatIsWantedTheSetupIsWrong() {
        var tokens = new TokenFile(directory.resolve("tokens"));
        tokens.create("t", EnumSet.of(Scope.PUBLISH), ResultSamples.NOW, new SecureRandom());
        try (var rig = Rig.withTokens(tokens.path(), true, 100)) {
            var publisher = to(rig, Optional.empty());
            var stage = publish(publisher, ResultSamples.result(1));

            assertThatThrownBy(publisher::flush)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("HTTP 401")
                    .hasMessageContaining("chipwise token create");
            assertThat(stage).isCompletedExceptionally();
        }
    }

    @Test
    void closingThrowsNothingWhateverTheGatewaySays() {
        var tokens = new TokenFile(directory.resolve("tokens"));
        tokens.create("t", EnumSet.of(Scope.PUBLISH), ResultSamples.NOW, new SecureRandom());
        try (var rig = Rig.withTokens(tokens.path(), true, 100)) {
            var publisher = to(rig, Optional.empty());
            var stage = publish(publisher, ResultSamples.result(1));

            publisher.close();

            assertThat(stage).isCompletedExceptionally();
            assertThat(publisher.counts().undelivered()).isEqualTo(1);
        }
    }

    @Test
    void nobodyAnsweringIsSaidInBoundedTimeAndEverythingIsAccountedFor() throws IOException {
        var publisher =
                GatewayPublisher.to("http://127.0.0.1:" + unusedPort(), Optional.empty(), PATIENCE);
        var first = publish(publisher, ResultSamples.result(1));

        assertThatThrownBy(publisher::flush)
                .isInstanceOf(Undelivered.class)
                .hasMessageContaining("is it up and --gateway right?");
        var late = publish(publisher, ResultSamples.result(2));
        publisher.close();
        assertThat(first).isCompletedExceptionally();
        assertThat(late).isCompletedExceptionally();
        assertThat(publisher.counts().undelivered()).isEqualTo(2);
    }

    @Test
    void anAddressThatIsNoneIsWrongSetup() {
        assertThatThrownBy(() -> GatewayPublisher.to("ftp://x", Optional.empty(), PATIENCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--gateway ftp://x");
    }

    private static GatewayPublisher to(Rig rig, Optional<String> token) {
        return GatewayPublisher.to(rig.gateway().url(), token, PATIENCE);
    }

    private static CompletableFuture<Acknowledgement> publish(
            GatewayPublisher publisher, Event event) {
        return publisher.publish(event).toCompletableFuture();
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
