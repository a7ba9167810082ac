package dev.chipwise.deploy.ops;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** Asks the {@link OpsServer} of another process on this machine. */
public final class OpsClient {

    private final URI base;

    public OpsClient(int port) {
        base = URI.create("http://127.0.0.1:" + port);
    }

    /**
     * A fresh copy of the store that the process writes.
     *
     * @throws IOException when it does not answer or could not make one; the message says why
     */
    public Path copy() throws IOException {
        var request =
                HttpRequest.newBuilder(base.resolve(OpsServer.COPIES))
                        .POST(BodyPublishers.noBody())
                        .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OpsServer.CREATED) {
                throw new IOException(answer.body().strip());
            }
            return Path.of(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a copy of the store was made", e);
        }
    }
}
