package dev.chipwise.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.ingest.publish.Acknowledgement.Refused;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.ResultValidator;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InMemoryPublisherTest {

    private final ResultValidator validator = new ResultValidator(Catalog.shipped());
    private final Admission rules = Admission.byRules(validator, ResultSamples.CLOCK);

    @Test
    void keepsWhatIsValidInOrderAndRefusesTheRestWithItsReason() {
        var publisher = InMemoryPublisher.keeping(rules);

        var first = publish(publisher, ResultSamples.result(1));
        var second = publish(publisher, ResultSamples.invalid(2));
        var third = publish(publisher, ResultSamples.result(3));

        assertThat(first).isInstanceOf(Accepted.class);
        assertThat(((Refused) second).reason()).isEqualTo(Reason.ZERO);
        assertThat(((Refused) second).detail()).contains("latency_mean_ms");
        assertThat(third.eventId()).isEqualTo(ResultSamples.result(3).envelope().eventId());
        assertThat(publisher.accepted())
                .containsExactly(ResultSamples.result(1), ResultSamples.result(3));
        assertThat(publisher.counts())
                .isEqualTo(
                        new PublishCounts(3, 2, 1, 0, 0, new TreeMap<>(Map.of(Reason.ZERO, 1L))));
    }

    @Test
    void thePublishersOwnClockDecidesWhatIsInTheFuture() {
        var yesterday = Clock.offset(ResultSamples.CLOCK, Duration.ofDays(-1));
        var publisher = InMemoryPublisher.keeping(Admission.byRules(validator, yesterday));

        var refused = (Refused) publish(publisher, ResultSamples.result(1));

        assertThat(refused.reason()).isEqualTo(Reason.FUTURE_TIMESTAMP);
    }

    @Test
    void theFirstAdmissionThatRefusesGivesTheReason() {
        Admission none = event -> Optional.of(new Refused("id", Reason.OVERSIZED, "too large"));

        assertThat(rules.and(none).refusal(ResultSamples.invalid(1)).orElseThrow().reason())
                .isEqualTo(Reason.ZERO);
        assertThat(rules.and(none).refusal(ResultSamples.result(1)).orElseThrow().reason())
                .isEqualTo(Reason.OVERSIZED);
    }

    @Test
    void aForgettingPublisherCountsButKeepsNothing() {
        var publisher = InMemoryPublisher.forgetting(rules);

        publish(publisher, ResultSamples.result(1));

        assertThat(publisher.counts().accepted()).isOne();
        assertThat(publisher.accepted()).isEmpty();
    }

    private static Acknowledgement publish(Publisher publisher, Event event) {
        return publisher.publish(event).toCompletableFuture().join();
    }
}
