package dev.chipwise.ingest.http;

import dev.chipwise.ingest.publish.Undelivered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

/** Sends bodies to a gateway, again and again for as long as its patience lasts. */
final class GatewayClient {

    /** Well below what a gateway bears. */
    private static final int MOST_GROWTH = 50;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();
    private final URI base;
    private final Optional<String> token;
    private final Duration patience;

    /**
     * @param patience with a gateway that is busy or not there
     */
    GatewayClient(URI base, Optional<String> token, Duration patience) {
        this.base = base;
        this.token = token;
        this.patience = patience;
    }

    /**
     * The answer that settles so many records.
     *
     * @throws Undelivered when there is none in time
     * @throws IllegalArgumentException when there will never be one, as without a valid token
     */
    GatewayReply send(Route route, byte[] frames, int records) {
        long end = System.nanoTime() + patience.toNanos();
        var request = request(route, frames);
        while (true) {
            var reply = tryToSend(request, end);
            if (reply.isPresent() && reply.get().settles(records)) {
                return reply.get();
            }
            if (reply.isPresent() && !reply.get().isForLater()) {
                throw new IllegalArgumentException(
                        "the gateway at " + base + " refuses: " + reply.get().problem());
            }
            var pause = reply.flatMap(GatewayReply::retryAfter).orElse(USUAL_PAUSE);
            if (System.nanoTime() + pause.toNanos() - end > 0) {
                throw new Undelivered(
                        "the gateway at "
                                + base
                                + " takes nothing: "
                                + reply.map(GatewayReply::problem).orElse("no answer"),
                        null);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private HttpRequest request(Route route, byte[] frames) {
        var packed = gzip(frames);
        // A gateway refuses what grows too much when it is unpacked, whoever packed it.
        boolean looksLikeABomb = frames.length / packed.length >= MOST_GROWTH;
        var request =
                HttpRequest.newBuilder(base.resolve(route.path()))
                        .timeout(ANSWER)
                        .header("Content-Type", MediaType.AVRO_FRAMES.toString())
                        .header("Content-Encoding", looksLikeABomb ? "identity" : "gzip")
                        .POST(BodyPublishers.ofByteArray(looksLikeABomb ? frames : packed));
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request.build();
    }

    /** The answer, or nothing where the connection fails and may work later. */
    private Optional<GatewayReply> tryToSend(HttpRequest request, long end) {
        try {
            return Optional.of(GatewayReply.of(client.send(request, BodyHandlers.ofByteArray())));
        } catch (IOException e) {
            if (System.nanoTime() + USUAL_PAUSE.toNanos() - end > 0) {
                throw new Undelivered(
                        "no answer from the gateway at "
                                + base
                                + " ("
                                + e
                                + "); is it up and --gateway right?",
                        e);
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Undelivered("interrupted while waiting for the gateway at " + base, e);
        }
    }

    private static byte[] gzip(byte[] body) {
        var packed = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(packed)) {
            packing.write(body);
        } catch (IOException e) {
            throw new IllegalStateException("cannot write to memory", e);
        }
        return packed.toByteArray();
    }
}
