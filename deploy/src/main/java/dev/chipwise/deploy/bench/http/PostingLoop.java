package dev.chipwise.deploy.bench.http;

import dev.chipwise.deploy.bench.Delays;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Posting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * How many records a gateway takes, and how soon it answers, on connections that each send the next
 * request when the one before is answered.
 */
public final class PostingLoop {

    /** Whoever is refused more often than that is refused. */
    private static final int MOST_AGAIN = 30;

    private final URI gateway;
    private final Posting posting;
    private final Duration each;
    private final LongSupplier nanos;
    private final LongConsumer pause;
    private final List<Post> posts;
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private final Delays delays = new Delays();

    /** A request that was answered. */
    private record Exchange(Post post, HttpAnswer answer) {}

    /**
     * @param load sent one request after the other, and again from the first
     * @param each how long requests are begun
     * @param pause waits so many nanoseconds, as somebody does who is told to come again
     */
    public PostingLoop(
            URI gateway,
            GatewayLoad load,
            Posting posting,
            Duration each,
            LongSupplier nanos,
            LongConsumer pause) {
        this.gateway = gateway;
        this.posting = posting;
        this.each = each;
        this.nanos = nanos;
        this.pause = pause;
        this.posts = load.posts(gateway, posting.recordsPerRequest());
    }

    /**
     * Returns the ids of what it was told is accepted, which is all that it has sent.
     *
     * @throws IllegalStateException when some of it was not
     */
    public List<String> measure(Observations observations) throws InterruptedException {
        var connections = new ArrayList<KeptConnection>();
        try {
            for (int i = 0; i < posting.connections(); i++) {
                connections.add(KeptConnection.to(gateway));
            }
            long start = nanos.getAsLong();
            var exchanges = exchanges(connections, start + each.toNanos());
            long took = nanos.getAsLong() - start;
            var ids = accepted(exchanges);
            observations.addRate(posting.accepted(), ids.size(), took);
            observations.add(posting.answered(), delays.percentileMs(0.5));
            observations.add(posting.answeredLate(), delays.percentileMs(0.99));
            double asked = exchanges.size() + refused.get();
            observations.add(posting.refused(), 100 * refused.get() / asked);
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException("a connection to the gateway failed: " + e, e);
        } finally {
            close(connections);
        }
    }

    private List<Exchange> exchanges(List<KeptConnection> connections, long end)
            throws IOException, InterruptedException {
        var exchanges = new ArrayList<Exchange>();
        var threads = threads();
        try {
            var running = new ArrayList<Future<List<Exchange>>>();
            for (var connection : connections) {
                running.add(threads.submit(() -> postUntil(end, connection)));
            }
            for (var each : running) {
                exchanges.addAll(each.get());
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            threads.shutdownNow();
        }
        return exchanges;
    }

    private ExecutorService threads() {
        return Executors.newFixedThreadPool(
                posting.connections(), work -> new Thread(work, "chipwise-bench-connection"));
    }

    private List<Exchange> postUntil(long end, KeptConnection connection) throws IOException {
        var exchanges = new ArrayList<Exchange>();
        while (nanos.getAsLong() - end < 0) {
            var post = posts.get(next.getAndIncrement() % posts.size());
            long begun = nanos.getAsLong();
            var answer = answer(connection, post);
            delays.add(nanos.getAsLong() - begun);
            exchanges.add(new Exchange(post, answer));
        }
        return exchanges;
    }

    /** What was said at last: whoever is told to come again does so when told. */
    private HttpAnswer answer(KeptConnection connection, Post post) throws IOException {
        var answer = connection.exchange(post);
        for (int again = 0; answer.isForLater() && again < MOST_AGAIN; again++) {
            refused.incrementAndGet();
            pause.accept(Duration.ofSeconds(answer.retryAfter()).toNanos());
            answer = connection.exchange(post);
        }
        return answer;
    }

    private static List<String> accepted(List<Exchange> exchanges) {
        var ids = new ArrayList<String>();
        for (var exchange : exchanges) {
            exchange.answer().requireAccepted(exchange.post());
            ids.addAll(exchange.post().eventIds());
        }
        return ids;
    }

    private static void close(List<KeptConnection> connections) {
        for (var connection : connections) {
            try {
                connection.close();
            } catch (IOException alreadyGone) {
                // Whoever failed on it has said so.
            }
        }
    }
}
