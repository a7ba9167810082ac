package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** So many requests per second, and no more. */
class RateLimitTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final RateLimit rate = new RateLimit(10, now::get);

    @Test
    void whatWasSavedUpIsTwoSecondsWorthAndThenOneMustWait() {
        assertThat(taken("a", 100)).isEqualTo(20);
        assertThat(rate.take("a")).contains(Duration.ofMillis(100));
    }

    @Test
    void waitingAsLongAsSaidIsEnough() {
        taken("a", 100);
        now.addAndGet(rate.take("a").orElseThrow().toNanos());

        assertThat(rate.take("a")).isEmpty();
        assertThat(rate.take("a")).isPresent();
    }

    @Test
    void aLongPauseSavesNoMoreThanTwoSeconds() {
        taken("a", 100);
        now.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(taken("a", 100)).isEqualTo(20);
    }

    @Test
    void oneTokenDoesNotUseAnothersShare() {
        taken("a", 100);

        assertThat(rate.take("b")).isEmpty();
    }

    private int taken(String token, int asked) {
        int taken = 0;
        for (int i = 0; i < asked; i++) {
            taken += rate.take(token).isEmpty() ? 1 : 0;
        }
        return taken;
    }
}
