package dev.chipwise.ingest.publish;

import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.ingest.publish.Acknowledgement.Refused;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A broker that goes away after so many events, acknowledges late and in any order, and forgets to
 * acknowledge what it has kept when it goes. A connection that failed once has failed for good.
 */
final class FlakyBroker {

    private static final int MOST_UNDER_WAY = 5;

    private final Random random;
    private final List<Event> kept = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private Runnable before = () -> {};
    private int takes;

    FlakyBroker(long seed) {
        random = new Random(seed);
    }

    /** It is there for so many events more. */
    FlakyBroker takes(int events) {
        takes = events;
        return this;
    }

    FlakyBroker refuses(Event event) {
        refused.add(event.envelope().eventId());
        return this;
    }

    /** What to do whenever it is handed an event. */
    FlakyBroker before(Runnable action) {
        before = action;
        return this;
    }

    /** Everything that it keeps, in order, with what came twice. */
    List<Event> kept() {
        return kept;
    }

    Publisher connect() {
        if (takes == 0) {
            throw new Undelivered("nobody answers", null);
        }
        return new Connection();
    }

    private record Sent(Event event, CompletableFuture<Acknowledgement> stage) {}

    private final class Connection implements Publisher {

        private final List<Sent> underWay = new ArrayList<>();
        private Undelivered failure;

        @Override
        public CompletionStage<Acknowledgement> publish(Event event) {
            before.run();
            var sent = new Sent(event, new CompletableFuture<>());
            underWay.add(sent);
            if (failure != null || takes == 0) {
                fail();
            } else {
                keep(event);
            }
            while (underWay.size() > MOST_UNDER_WAY) {
                acknowledge(underWay.remove(random.nextInt(underWay.size())));
            }
            return sent.stage();
        }

        @Override
        public void flush() {
            before.run();
            while (!underWay.isEmpty()) {
                acknowledge(underWay.remove(random.nextInt(underWay.size())));
            }
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public PublishCounts counts() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            underWay.forEach(each -> each.stage().completeExceptionally(failed()));
            underWay.clear();
        }

        private void keep(Event event) {
            takes--;
            if (!refused.contains(event.envelope().eventId())) {
                kept.add(event);
            }
        }

        private void fail() {
            failure = failed();
            underWay.forEach(each -> each.stage().completeExceptionally(failure));
            underWay.clear();
        }

        private Undelivered failed() {
            return new Undelivered("gone in the middle", null);
        }

        private void acknowledge(Sent sent) {
            var id = sent.event().envelope().eventId();
            sent.stage()
                    .complete(
                            refused.contains(id)
                                    ? new Refused(id, Reason.OVERSIZED, "too large here")
                                    : new Accepted(id, "memory", 0, 0));
        }
    }
}
