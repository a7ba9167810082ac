package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RequestPlacesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void whoFindsNoPlaceGetsTheNextThatIsGivenBack() throws InterruptedException {
        var places = new RequestPlaces(1, LONG);
        places.take();
        var second = CompletableFuture.supplyAsync(places::take);
        awaitWaiting(places);

        places.giveBack();

        assertThat(second.join()).isTrue();
    }

    @Test
    void whoGetsNoneInTimeIsToldSo() {
        var places = new RequestPlaces(1, Duration.ZERO);

        assertThat(places.take()).isTrue();
        assertThat(places.take()).isFalse();
    }

    @Test
    void isDrainedWhenEveryPlaceWasGivenBackAndCanBeUsedAfter() throws InterruptedException {
        var places = new RequestPlaces(2, LONG);
        places.take();
        var drained = CompletableFuture.runAsync(() -> places.drain(LONG));
        awaitWaiting(places);

        places.giveBack();
        drained.join();

        assertThat(places.take()).isTrue();
    }

    /** Returns when somebody waits; fails when the test's time is over. */
    private static void awaitWaiting(RequestPlaces places) throws InterruptedException {
        while (places.waiting() == 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException("nobody waits");
            }
            Thread.onSpinWait();
        }
    }
}
