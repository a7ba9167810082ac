package dev.chipwise.ingest.http;

import dev.chipwise.ingest.publish.Acknowledgement;
import dev.chipwise.ingest.publish.PublishCounts;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.ingest.publish.Tally;
import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.schemas.domain.Event;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Publishes through a gateway, many events in one request; the gateway decides which are refused.
 * Requests go one after the other, so that events keep their order.
 */
public final class GatewayPublisher implements Publisher {

    private static final int MOST_EVENTS = 500;
    private static final int MOST_BYTES = 4 << 20;

    private final GatewayClient client;
    private final Tally tally = new Tally();
    private final List<CompletableFuture<Acknowledgement>> waiting = new ArrayList<>();
    private final ByteArrayOutputStream frames = new ByteArrayOutputStream();
    private Route route = Route.RESULTS;
    private Undelivered failure;

    private GatewayPublisher(GatewayClient client) {
        this.client = client;
    }

    /**
     * A publisher to this gateway; nothing is sent until there is enough, or a flush.
     *
     * @param token the text of a bearer token
     * @param patience with a gateway that is busy or not there
     * @throws IllegalArgumentException when that is no address of a gateway
     */
    public static GatewayPublisher to(String url, Optional<String> token, Duration patience) {
        if (!url.matches("(?i)https?://[^/?#]+/?")) {
            throw new IllegalArgumentException(
                    "--gateway " + url + " is no address like http://127.0.0.1:8484");
        }
        return new GatewayPublisher(new GatewayClient(URI.create(url), token, patience));
    }

    @Override
    public synchronized CompletionStage<Acknowledgement> publish(Event event) {
        tally.published();
        var belongs = Route.of(event);
        var bytes = Route.encode(event);
        boolean isFull = waiting.size() == MOST_EVENTS || frames.size() + bytes.length > MOST_BYTES;
        if (isFull || belongs != route) {
            send();
        }
        route = belongs;
        frames.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        frames.writeBytes(bytes);
        var acknowledged = new CompletableFuture<Acknowledgement>();
        waiting.add(acknowledged);
        return acknowledged.minimalCompletionStage();
    }

    @Override
    public synchronized void flush() {
        send();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public PublishCounts counts() {
        return tally.counts();
    }

    @Override
    public synchronized void close() {
        try {
            send();
        } catch (IllegalArgumentException wrongSetup) {
            // Every event that it concerns has failed with it, and closing has nothing to add.
            return;
        }
    }

    private void send() {
        var sent = List.copyOf(waiting);
        var body = frames.toByteArray();
        waiting.clear();
        frames.reset();
        if (sent.isEmpty()) {
            return;
        }
        try {
            if (failure == null) {
                settle(sent, client.send(route, body, sent.size()));
                return;
            }
        } catch (Undelivered undelivered) {
            failure = undelivered;
        } catch (IllegalArgumentException wrongSetup) {
            fail(sent, new Undelivered(wrongSetup.getMessage(), wrongSetup));
            throw wrongSetup;
        }
        fail(sent, failure);
    }

    private void fail(List<CompletableFuture<Acknowledgement>> sent, Undelivered why) {
        for (var each : sent) {
            tally.undelivered();
            each.completeExceptionally(why);
        }
    }

    private void settle(List<CompletableFuture<Acknowledgement>> sent, GatewayReply reply) {
        for (int index = 0; index < sent.size(); index++) {
            var acknowledgement = reply.acknowledgement(index);
            tally.acknowledged(acknowledgement);
            sent.get(index).complete(acknowledgement);
        }
    }
}
