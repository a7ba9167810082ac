package dev.chipwise.deploy.ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.chipwise.ingest.http.LoopbackRule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Answers {@code /livez}, {@code /readyz} and {@code /metrics} on the loopback address, and makes a
 * copy of the store on {@code POST /v1/copies}. Alive means no stage has failed; ready means every
 * stage has caught up with its state.
 */
public final class OpsServer implements AutoCloseable {

    static final String COPIES = "/v1/copies";
    static final int OK = 200;
    static final int CREATED = 201;

    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, OpsServer::daemon);

    /**
     * Starts answering.
     *
     * @param port 0 for any free port
     * @param copy makes a fresh copy of the store and returns its path
     */
    public OpsServer(int port, Health health, StageMetrics metrics, Supplier<String> copy) {
        server = listening(port);
        server.setExecutor(threads);
        route("/livez", "GET", () -> answer(health.failed()));
        route("/readyz", "GET", () -> answer(health.notReady()));
        route("/metrics", "GET", () -> new Answer(OK, metrics.scrape()));
        route(COPIES, "POST", () -> new Answer(CREATED, copy.get()));
        server.start();
    }

    /**
     * Tells before anything else is started that the port cannot be had.
     *
     * @throws IllegalArgumentException when another process listens there
     */
    public static void requireFree(int port) {
        listening(port).stop(0);
    }

    private static HttpServer listening(int port) {
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot listen on port " + port + "; choose another --port", e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private record Answer(int status, String body) {}

    private static Answer answer(String problem) {
        return problem.isEmpty() ? new Answer(OK, "ok\n") : new Answer(503, problem + "\n");
    }

    private void route(String path, String method, Supplier<Answer> answers) {
        server.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        if (isFromAPage(exchange)) {
                            send(exchange, new Answer(403, "not for web pages\n"));
                        } else if (!exchange.getRequestURI().getPath().equals(path)) {
                            send(exchange, new Answer(404, "not found\n"));
                        } else if (!exchange.getRequestMethod().equals(method)) {
                            send(exchange, new Answer(405, "use " + method + "\n"));
                        } else {
                            send(exchange, safely(answers));
                        }
                    }
                });
    }

    private static boolean isFromAPage(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return LoopbackRule.isFromAPage(headers.getFirst("Host"), headers.containsKey("Origin"));
    }

    private static Answer safely(Supplier<Answer> answers) {
        try {
            return answers.get();
        } catch (RuntimeException e) {
            return new Answer(503, e.getMessage() + "\n");
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "chipwise-ops");
        thread.setDaemon(true);
        return thread;
    }
}
