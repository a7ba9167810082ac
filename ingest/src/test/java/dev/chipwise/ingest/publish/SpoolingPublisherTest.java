package dev.chipwise.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.ingest.publish.Acknowledgement.Refused;
import dev.chipwise.ingest.publish.Acknowledgement.Spooled;
import dev.chipwise.ingest.publish.spool.Spool;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.ResultValidator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolingPublisherTest {

    private static final int ALL = 1_000_000;
    private static final long LARGE = 1 << 24;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Admission rules =
            Admission.byRules(new ResultValidator(Catalog.shipped()), ResultSamples.CLOCK);
    private final FlakyBroker broker = new FlakyBroker(1);
    private final AtomicLong nanos = new AtomicLong();

    @TempDir private Path directory;

    @Test
    void whatTheBrokerTakesIsAcceptedAndLeavesTheSpool() {
        try (var publisher = publisher()) {
            broker.takes(ALL);
            var said = publish(publisher, 0, 50);
            publisher.flush();

            assertThat(said).allMatch(each -> each.join() instanceof Accepted);
            assertThat(broker.kept()).isEqualTo(results(0, 50));
            assertThat(publisher.waiting()).isZero();
            assertThat(publisher.counts().accepted()).isEqualTo(50);
        }
    }

    @Test
    void whatTheBrokerDoesNotTakeIsSpooledAndNotCalledAccepted() {
        try (var publisher = publisher()) {
            var said = publish(publisher, 0, 3);
            assertThat(said).noneMatch(CompletableFuture::isDone);
            publisher.flush();

            assertThat(said).allMatch(each -> each.join() instanceof Spooled);
            assertThat(publisher.counts().spooled()).isEqualTo(3);
            assertThat(publisher.counts().accepted()).isZero();
            assertThat(publisher.whyAway()).contains("nobody answers");
        }
    }

    @Test
    void whatIsInTheSpoolGoesFirstAndInOrder() {
        publishAndClose(0, 30);
        publishAndClose(30, 30);

        broker.takes(ALL);
        try (var publisher = publisher()) {
            publish(publisher, 60, 5);
            publisher.flush();

            assertThat(broker.kept()).isEqualTo(results(0, 65));
            assertThat(publisher.acceptedLater()).isEqualTo(60);
            assertThat(publisher.counts().accepted()).isEqualTo(5);
        }
    }

    @Test
    void itTriesAgainOnlyAfterThePauseAndThenResumesInOrder() {
        try (var publisher = publisher()) {
            publish(publisher, 0, 10);
            broker.takes(ALL);
            publish(publisher, 10, 10);
            assertThat(broker.kept()).isEmpty();

            nanos.addAndGet(PAUSE.toNanos());
            publish(publisher, 20, 10);
            publisher.flush();

            assertThat(broker.kept()).isEqualTo(results(0, 30));
            assertThat(publisher.waiting()).isZero();
            assertThat(publisher.counts().accepted()).isEqualTo(30);
        }
    }

    @Test
    void aBrokerThatGoesAwayInTheMiddleIsSentAgainWhatItDidNotAcknowledge() {
        broker.takes(20);
        publishAndClose(0, 40);
        broker.takes(ALL);
        publishAndClose(40, 1);

        assertThat(broker.kept().stream().distinct()).isEqualTo(results(0, 41));
    }

    @Test
    void whatTheRulesRefuseNeverEntersTheSpool() {
        try (var publisher = publisher()) {
            var said = publisher.publish(ResultSamples.invalid(1)).toCompletableFuture().join();

            assertThat(((Refused) said).reason()).isEqualTo(Reason.ZERO);
            assertThat(publisher.waiting()).isZero();
        }
    }

    @Test
    void whatIsRefusedWhenNobodyWaitsIsSetAsideAndSaid() {
        publishAndClose(0, 3);

        broker.takes(ALL).refuses(ResultSamples.result(1));
        try (var publisher = publisher()) {
            publisher.flush();

            assertThat(broker.kept()).hasSize(2);
            assertThat(publisher.waiting()).isZero();
            assertThat(publisher.refusedLater()).isOne();
            assertThat(publisher.findings())
                    .singleElement()
                    .asString()
                    .contains(ResultSamples.result(1).envelope().eventId())
                    .contains("oversized: too large here; set aside as");
        }
        assertThat(directory.resolve("set-aside")).isNotEmptyDirectory();
    }

    @Test
    void aFullSpoolRefusesWithAdviceAndLosesNothing() {
        try (var publisher =
                new SpoolingPublisher(
                        Spool.open(directory, 4_000), broker::connect, rules, pause())) {
            var said = publish(publisher, 0, 50);

            assertThatThrownBy(publisher::flush)
                    .isInstanceOf(Undelivered.class)
                    .hasMessageContaining(directory + " is full")
                    .hasMessageContaining("spool flush");
            var counts = publisher.counts();
            assertThat(counts.spooled()).isPositive().isEqualTo(publisher.waiting());
            assertThat(counts.spooled() + counts.undelivered()).isEqualTo(50);
            assertThat(said.get(49)).isCompletedExceptionally();
        }
    }

    @Test
    void aBoundSmallerThanAnImportIsNoHindranceWhileTheBrokerIsThere() {
        broker.takes(ALL);
        try (var publisher =
                new SpoolingPublisher(
                        Spool.open(directory, 4_000), broker::connect, rules, pause())) {
            publish(publisher, 0, 200);
            publisher.flush();

            assertThat(publisher.counts().accepted()).isEqualTo(200);
        }
    }

    private void publishAndClose(int from, int events) {
        try (var publisher = publisher()) {
            publish(publisher, from, events);
        }
    }

    private SpoolingPublisher publisher() {
        return new SpoolingPublisher(Spool.open(directory, LARGE), broker::connect, rules, pause());
    }

    private RetryPause pause() {
        return new RetryPause(PAUSE, nanos::get);
    }

    private static List<CompletableFuture<Acknowledgement>> publish(
            Publisher publisher, int from, int events) {
        return results(from, from + events).stream()
                .map(event -> publisher.publish(event).toCompletableFuture())
                .toList();
    }

    /** The results of these numbers, in order. */
    private static List<Event> results(int from, int end) {
        return IntStream.range(from, end).<Event>mapToObj(ResultSamples::result).toList();
    }
}
