package dev.chipwise.ingest.http;

import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.ingest.publish.InMemoryPublisher;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.ingest.publish.ResultSamples;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.ResultValidator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A gateway on a port of its own, and a client that holds every answer against the contract. */
final class Rig implements AutoCloseable {

    static final Limits LIMITS = limits(100, Duration.ofSeconds(5));
    static final Catalog CATALOG = Catalog.shipped();
    static final Admission RULES =
            Admission.byRules(new ResultValidator(CATALOG), ResultSamples.CLOCK);

    private final InMemoryPublisher broker = InMemoryPublisher.keeping(RULES);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Contract contract = new Contract();
    private final Gateway gateway;

    private Rig(Limits limits, boolean requiresToken, Path tokens, Publisher publisher) {
        var settings =
                new GatewaySettings(
                        ListenAddress.parse("0"),
                        requiresToken,
                        Optional.empty(),
                        Optional.empty(),
                        limits);
        gateway =
                Gateway.start(
                        settings,
                        new TokenFile(tokens),
                        publisher == null ? broker : publisher,
                        CATALOG,
                        GatewayListener.NONE);
    }

    /** Open to this machine, in front of a broker that keeps everything. */
    static Rig open() {
        return with(LIMITS);
    }

    static Rig with(Limits limits) {
        return new Rig(limits, false, Path.of("no-tokens"), null);
    }

    static Rig before(Publisher publisher, Limits limits) {
        return new Rig(limits, false, Path.of("no-tokens"), publisher);
    }

    static Rig withTokens(Path tokens, boolean requiresToken, int requestsPerSecond) {
        return new Rig(
                LIMITS.withRequestsPerSecond(requestsPerSecond), requiresToken, tokens, null);
    }

    /** Small, so that a test reaches them. */
    static Limits limits(int records, Duration patience) {
        return new Limits(1 << 20, 4 << 20, 50, records, 150, 4, patience, patience, 1_000_000);
    }

    Answer post(String path, String type, String body, String... headers) {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer post(String path, String type, byte[] body, String... headers) {
        var request =
                HttpRequest.newBuilder(at(path))
                        .timeout(Duration.ofSeconds(30))
                        .POST(BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return send(headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    Answer send(String method, String path, String... headers) {
        var request = HttpRequest.newBuilder(at(path)).method(method, BodyPublishers.noBody());
        return send(headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    Answer send(HttpRequest request) {
        try {
            var answer = new Answer(client.send(request, BodyHandlers.ofString()));
            contract.check(request.method(), request.uri().getPath(), answer);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(request + " got no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    URI at(String path) {
        return URI.create(gateway.url() + path);
    }

    Gateway gateway() {
        return gateway;
    }

    Contract contract() {
        return contract;
    }

    /** What the broker keeps. */
    List<Event> kept() {
        return broker.accepted();
    }

    List<String> keptIds() {
        return kept().stream().map(event -> event.envelope().eventId()).toList();
    }

    @Override
    public void close() {
        gateway.close();
    }
}
