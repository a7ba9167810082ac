package dev.chipwise.deploy.ops;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;

/** Asks the {@link OpsServer} of another process on this machine. */
public final class OpsClient {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    private final URI base;
    private final Duration patience;

    /**
     * @param patience for an answer; a copy takes longer the larger the store is
     */
    public OpsClient(int port, Duration patience) {
        this.patience = patience;
        base = URI.create("http://127.0.0.1:" + port);
    }

    /**
     * A fresh copy of the store that the process writes.
     *
     * @throws IOException when it does not answer or could not make one; the message says why
     */
    public Path copy() throws IOException {
        // Whoever does not even say that it lives will make no copy either.
        send(request("/livez", CONNECT_PATIENCE).GET().build());
        var answer =
                send(request(OpsServer.COPIES, patience).POST(BodyPublishers.noBody()).build());
        if (answer.statusCode() != OpsServer.CREATED) {
            throw new IOException(answer.body().strip());
        }
        return Path.of(answer.body());
    }

    /**
     * Returns when every stage of the process does its work.
     *
     * @throws IOException when it does not answer, or with words for what is not ready
     */
    public void requireReady() throws IOException {
        var answer = send(request("/readyz", patience).GET().build());
        if (answer.statusCode() != OpsServer.OK) {
            throw new IOException(answer.body().strip());
        }
    }

    private HttpRequest.Builder request(String path, Duration most) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(most);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        var client = HttpClient.newBuilder().connectTimeout(CONNECT_PATIENCE).build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (HttpTimeoutException e) {
            var most = request.timeout().orElse(CONNECT_PATIENCE);
            throw new IOException("no answer within " + most.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for an answer", e);
        }
    }
}
