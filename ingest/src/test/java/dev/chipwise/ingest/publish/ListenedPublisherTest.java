package dev.chipwise.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Ci;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.ResultValidator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Publishers around another one add their part and change nothing else. */
class ListenedPublisherTest {

    private static final Ci RUN = new Ci("github", "https://h/o/r", "4f2c", "main", null);

    private final InMemoryPublisher broker =
            InMemoryPublisher.keeping(
                    Admission.byRules(new ResultValidator(Catalog.shipped()), ResultSamples.CLOCK));
    private final List<String> heard = new ArrayList<>();

    @Test
    void theListenerHearsOnceOfEveryEvent() {
        try (var publisher = new ListenedPublisher(broker, new Hearing(heard))) {
            publisher.publish(ResultSamples.result(1));
            publisher.publish(ResultSamples.invalid(2));
        }

        assertThat(heard).containsExactly("published", "accepted", "published", "zero");
    }

    @Test
    void theListenerHearsOfWhatWasNotDelivered() {
        try (var publisher = new ListenedPublisher(new Nobody(), new Hearing(heard))) {
            assertThat(publisher.publish(ResultSamples.result(1)).toCompletableFuture())
                    .isCompletedExceptionally();
        }

        assertThat(heard).containsExactly("published", "undelivered");
    }

    @Test
    void theRunIsSaidOfAnEventThatNamesNoneAndItsIdStays() {
        var result = ResultSamples.result(1);
        try (var publisher = new CiPublisher(broker, RUN)) {
            publisher.publish(result);
        }

        var kept = broker.accepted().get(0);
        assertThat(kept).isEqualTo(result.withEnvelope(result.envelope().withCi(RUN)));
        assertThat(kept.identity()).isEqualTo(result.identity());
    }

    @Test
    void theEventsOwnRunWins() {
        var own = new Ci("jenkins", null, "beef", null, null);
        var result = ResultSamples.result(1);
        try (var publisher = new CiPublisher(broker, RUN)) {
            publisher.publish(result.withEnvelope(result.envelope().withCi(own)));
        }

        assertThat(broker.accepted().get(0).envelope().ci()).isEqualTo(own);
    }

    private record Hearing(List<String> heard) implements PublishListener {

        @Override
        public void published() {
            heard.add("published");
        }

        @Override
        public void accepted(Duration after) {
            heard.add(after.isNegative() ? "accepted before it was handed over" : "accepted");
        }

        @Override
        public void refused(Reason reason) {
            heard.add(reason.code());
        }

        @Override
        public void undelivered() {
            heard.add("undelivered");
        }
    }

    /** Takes nothing. */
    private record Nobody() implements Publisher {

        @Override
        public CompletionStage<Acknowledgement> publish(Event event) {
            return CompletableFuture.failedStage(new Undelivered("nobody answers", null));
        }

        @Override
        public void flush() {}

        @Override
        public PublishCounts counts() {
            return new PublishCounts(1, 0, 0, 0, 1, new TreeMap<>());
        }

        @Override
        public void close() {}
    }
}
