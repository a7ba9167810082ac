package dev.chipwise.ingest.http;

import io.javalin.config.JavalinConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server below Javalin: where it listens, and how much it lets clients take of it. */
final class JettyPart {

    private static final int HEADER_BYTES = 16 << 10;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final int LEAST_THREADS = 4;
    private static final int OTHER_THREADS = 8;
    private static final Duration IDLE = Duration.ofSeconds(15);
    private static final int ACCEPTORS = 1;
    private static final int SELECTORS = 2;

    private final GatewaySettings settings;
    private final ListenAddress address;

    JettyPart(GatewaySettings settings, ListenAddress address) {
        this.settings = settings;
        this.address = address;
    }

    void configure(JavalinConfig config) {
        int threads = settings.limits().requests() + OTHER_THREADS;
        // No bound on what waits: it has one entry per connection, and what does not find room in a
        // bounded one is closed without an answer.
        var pool = new QueuedThreadPool(threads, LEAST_THREADS, Math.toIntExact(IDLE.toMillis()));
        pool.setName("chipwise-gateway");
        config.jetty.threadPool = pool;
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServer(
                server -> {
                    server.setErrorHandler(JettyPart::error);
                    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
                });
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setSendServerVersion(false);
        var connector = new ServerConnector(server, ACCEPTORS, SELECTORS, factories(http));
        connector.setHost(address.host());
        connector.setPort(address.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.addBean(
                new SlowHeads(connector.getScheduler(), settings.limits().bodyPatience()));
        return connector;
    }

    private ConnectionFactory[] factories(HttpConfiguration http) {
        var plain = new HttpConnectionFactory(http);
        if (!settings.hasTls()) {
            return new ConnectionFactory[] {plain};
        }
        // Devices find the gateway by address as often as by name.
        http.addCustomizer(new SecureRequestCustomizer(false));
        var context = new SslContextFactory.Server();
        context.setKeyStore(settings.keys());
        context.setKeyStorePassword("");
        return new ConnectionFactory[] {
            new SslConnectionFactory(context, plain.getProtocol()), plain
        };
    }

    /** What Jetty itself refuses, before any handler sees it. */
    private static boolean error(Request request, Response response, Callback callback) {
        var problem =
                Problem.wrong(
                        response.getStatus(),
                        response.getStatus() == 431 ? "headers_too_large" : "bad_request",
                        "the request cannot be read as HTTP",
                        null,
                        "send a request as HTTP/1.1 wants it, with fewer and shorter headers");
        var text =
                "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\",\"fix\":\"%s\"}";
        var body =
                String.format(
                        Locale.ROOT,
                        text,
                        problem.type(),
                        problem.title(),
                        problem.status(),
                        problem.code(),
                        problem.detail(),
                        problem.fix());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
