package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.publish.Acknowledgement;
import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.ingest.publish.PublishCounts;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.schemas.domain.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a broker does that is slow, away or full: nothing is called accepted that it did not keep.
 */
@Timeout(20)
class GatewayBrokerTest {

    private static final String RESULTS = "/v1/results";
    private static final String NDJSON = "application/x-ndjson";

    /** Acknowledges the first few, and then does as it was made to. */
    private static final class FakeBroker implements Publisher {

        private final IntPredicate keeps;
        private final CompletableFuture<Acknowledgement> rest;
        private final List<Event> taken = new ArrayList<>();

        FakeBroker(int first, CompletableFuture<Acknowledgement> rest) {
            this(number -> number <= first, rest);
        }

        /**
         * @param keeps which events, counted from 1, it acknowledges at once
         */
        FakeBroker(IntPredicate keeps, CompletableFuture<Acknowledgement> rest) {
            this.keeps = keeps;
            this.rest = rest;
        }

        @Override
        public synchronized CompletionStage<Acknowledgement> publish(Event event) {
            taken.add(event);
            var id = event.envelope().eventId();
            return keeps.test(taken.size())
                    ? CompletableFuture.completedStage(new Accepted(id, "t", 0, taken.size()))
                    : rest.minimalCompletionStage();
        }

        /** Returns when it was given so many; fails when the test's time is over. */
        void awaitTaken(int many) throws InterruptedException {
            while (size() < many) {
                if (Thread.interrupted()) {
                    throw new InterruptedException(size() + " were given, not " + many);
                }
                Thread.onSpinWait();
            }
        }

        private synchronized int size() {
            return taken.size();
        }

        @Override
        public void flush() {}

        @Override
        public PublishCounts counts() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    @Test
    void aRecordThatTheBrokerDidNotTakeMakesTheRequestOneForLater() {
        var away = CompletableFuture.<Acknowledgement>failedFuture(new Undelivered("away", null));
        try (var rig = Rig.before(new FakeBroker(2, away), Rig.LIMITS)) {
            var answer = rig.post(RESULTS, NDJSON, Sent.lines(5));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text("code")).isEqualTo("broker_away");
            assertThat(answer.header("Retry-After")).contains("5");
            assertThat(answer.each("status")).containsExactly("accepted", "accepted", "unknown");
        }
    }

    @Test
    void whileTheBrokerIsAwayRequestsAreRefusedAtOnce() {
        var away = CompletableFuture.<Acknowledgement>failedFuture(new Undelivered("away", null));
        var broker = new FakeBroker(0, away);
        try (var rig = Rig.before(broker, Rig.LIMITS)) {
            rig.post(RESULTS, NDJSON, Sent.lines(1));

            var answer = rig.post(RESULTS, NDJSON, Sent.lines(1));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(broker.taken).hasSize(1);
            assertThat(rig.send("GET", "/readyz").status()).isEqualTo(503);
            assertThat(rig.send("GET", "/livez").status()).isEqualTo(200);
        }
    }

    @Test
    void aBrokerThatSaysNothingInTimeIsNotWaitedForForEver() {
        var limits = Rig.limits(100, Duration.ofMillis(200));
        try (var rig = Rig.before(new FakeBroker(0, new CompletableFuture<>()), limits)) {
            var answer = rig.post(RESULTS, NDJSON, Sent.lines(3));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.each("status")).containsOnly("unknown");
        }
    }

    @Test
    void recordsInFlightAreBoundedOverAllRequestsAndFreedAfter() throws InterruptedException {
        var rest = new CompletableFuture<Acknowledgement>();
        var broker = new FakeBroker(number -> number > 100, rest);
        try (var rig = Rig.before(broker, Rig.LIMITS)) {
            var first = new Thread(() -> rig.post(RESULTS, NDJSON, Sent.lines(100)));
            first.start();
            broker.awaitTaken(100);
            var refused = rig.post(RESULTS, NDJSON, Sent.lines(60));
            rest.complete(new Accepted("00000000-0000-7000-8000-000000000000", "t", 0, 1));
            first.join();

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("code")).isEqualTo("busy");
            assertThat(refused.each("status")).hasSize(50).containsOnly("accepted");
            assertThat(rig.post(RESULTS, NDJSON, Sent.lines(100)).status()).isEqualTo(202);
        }
    }
}
