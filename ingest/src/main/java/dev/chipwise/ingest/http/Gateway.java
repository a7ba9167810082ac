package dev.chipwise.ingest.http;

import dev.chipwise.ingest.adapter.Formats;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.schemas.domain.Catalog;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Publishes what is posted to it. A record is called accepted only when the broker's replicas keep
 * it; whatever else happens to a request, sending it again counts nothing twice.
 */
public final class Gateway implements AutoCloseable {

    private static final Duration DRAINING = Duration.ofSeconds(15);
    private static final Duration TURN = Duration.ofMillis(500);

    private final GatewaySettings settings;
    private final Publisher publisher;
    private final RequestPlaces requests;
    private final RecordsHandler records;
    private final GatewayRoutes routes;
    private final Javalin server;

    private Gateway(
            GatewaySettings settings,
            TokenFile tokens,
            Publisher publisher,
            Catalog catalog,
            GatewayListener listener) {
        var limits = settings.limits();
        var answers = new Answers(new Advice(catalog));
        this.settings = settings;
        this.publisher = publisher;
        requests = new RequestPlaces(limits.requests(), TURN);
        records =
                new RecordsHandler(
                        publisher,
                        new RecordReader(new Formats(catalog).own()),
                        limits,
                        answers,
                        listener,
                        System::nanoTime);
        var rate = new RateLimit(limits.requestsPerSecond(), System::nanoTime);
        var access = new Access(new Tokens(tokens), settings.requiresToken(), rate);
        var shares = new Shares(limits.requestsOfOneSender(), TURN);
        routes = new GatewayRoutes(access, records, requests, shares, answers, listener);
        server = listening(settings.address());
    }

    /**
     * Starts listening; the publisher is its own from now on.
     *
     * @throws IllegalArgumentException when it would be open to anybody, or cannot listen
     */
    public static Gateway start(
            GatewaySettings settings,
            TokenFile tokens,
            Publisher publisher,
            Catalog catalog,
            GatewayListener listener) {
        try {
            check(settings, tokens);
            return new Gateway(settings, tokens, publisher, catalog, listener);
        } catch (IllegalArgumentException wrong) {
            publisher.close();
            throw wrong;
        }
    }

    /**
     * Tells before anything is started whether a gateway may be.
     *
     * @throws IllegalArgumentException when it would be open to anybody, or its files are wrong
     */
    public static void check(GatewaySettings settings, TokenFile tokens) {
        if (settings.requiresToken() && new Tokens(tokens).isEmpty()) {
            throw new IllegalArgumentException(
                    "a gateway that others can reach needs tokens, and there is none in "
                            + tokens.path()
                            + "; make one with 'chipwise token create NAME'");
        }
        if (settings.hasTls()) {
            settings.keys();
        }
    }

    private Javalin listening(ListenAddress address) {
        var javalin = Javalin.create(config -> configure(config, address));
        try {
            return javalin.start();
        } catch (JavalinBindException taken) {
            javalin.stop();
            if (!address.isChosen() && address.port() != 0) {
                return listening(address.anyPort());
            }
            throw new IllegalArgumentException(
                    "cannot listen on "
                            + address.host()
                            + ":"
                            + address.port()
                            + "; choose another --listen",
                    taken);
        }
    }

    private void configure(JavalinConfig config, ListenAddress address) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        new JettyPart(settings, address).configure(config);
        routes.configure(config);
    }

    public int port() {
        return server.port();
    }

    /** Every method and path it answers. */
    Set<String> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(each -> each.endpoint.method + " " + each.endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where clients find it. */
    public String url() {
        return (settings.hasTls() ? "https://" : "http://")
                + settings.address().host()
                + ":"
                + port();
    }

    /** What anybody should know before relying on it, if there is something. */
    public Optional<String> warning() {
        return settings.address().isLoopback() || settings.hasTls()
                ? Optional.empty()
                : Optional.of(
                        "tokens cross the network in plain text; use --tls-cert and --tls-key, or a"
                                + " proxy that speaks TLS");
    }

    /** Whether the broker answers, as far as is known. */
    public boolean isReady() {
        return records.isReady();
    }

    /** Refuses further requests, answers those under way, and closes its publisher. */
    @Override
    public void close() {
        routes.stop();
        requests.drain(DRAINING);
        server.stop();
        publisher.close();
    }
}
