package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.deploy.bench.Pace;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Publishes a story at a steady rate until it is stopped; of some events it tells twice. */
final class LoadGenerator implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int TOLD_TWICE_EVERY = 10;
    private static final int LONG_AGO = 300;

    private final Story story;
    private final CompletableFuture<Void> telling;
    private volatile boolean stopping;
    private volatile int next;

    private LoadGenerator(String broker, Story story, AckLedger ledger, int perSecond) {
        this.story = story;
        telling = CompletableFuture.runAsync(() -> tell(broker, ledger, perSecond));
    }

    static LoadGenerator start(String broker, Story story, AckLedger ledger, int perSecond) {
        return new LoadGenerator(broker, story, ledger, perSecond);
    }

    /** How many events of the story are on their way or there. */
    int told() {
        return next;
    }

    /** Returns when everything told is acknowledged. */
    void stop() throws ExecutionException, InterruptedException, TimeoutException {
        stopping = true;
        telling.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        stopping = true;
    }

    private void tell(String broker, AckLedger ledger, int perSecond) {
        var pace = new Pace(perSecond, System.nanoTime(), System::nanoTime, LockSupport::parkNanos);
        try (var publisher = new LedgerPublisher(broker, ledger)) {
            while (!stopping) {
                pace.next();
                publisher.publish(story.event(next));
                if (next > LONG_AGO && next % TOLD_TWICE_EVERY == 0) {
                    publisher.publish(story.event(next - LONG_AGO));
                }
                next++;
            }
            publisher.settle();
        }
        assertThat(next).as("events told").isPositive();
    }
}
