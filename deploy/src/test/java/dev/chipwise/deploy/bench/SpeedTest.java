package dev.chipwise.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.snapshotter.store.InMemoryResultStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedTest {

    private static final Duration TICK = Duration.ofMillis(100);

    private final List<Result> events =
            new Load(LoadShape.small(2), Catalog.shipped(), 1, Instant.EPOCH).mixed(2, 50);
    private final Observations observations = new Observations();
    private long now;

    /** A clock that goes on by a tick whenever somebody looks at it. */
    private long look() {
        now += TICK.toNanos();
        return now;
    }

    @Test
    void countsWholeRoundsOfTheCodecsUntilTheTimeIsOver() {
        List<Wire<?>> bytes = new ArrayList<>();
        events.forEach(event -> bytes.add(Wire.of(event)));

        new CodecSpeed(bytes, TICK.multipliedBy(3), this::look).measure(observations);

        // Three rounds of 50 events in 0.3 s.
        assertThat(observations.of(CodecSpeed.ENCODE)).containsExactly(500.0);
        assertThat(observations.of(CodecSpeed.DECODE)).containsExactly(500.0);
    }

    @Test
    void fillsAnEmptyStoreWithEveryEvent() {
        var store = new InMemoryResultStore();

        new StoreSpeed(() -> store, Topics.withDefaultPrefix(), events, this::look)
                .measure(observations);

        assertThat(observations.of(StoreSpeed.FIGURE)).containsExactly(500.0);
        assertThat(
                        store.progress().lanes().values().stream()
                                .mapToLong(it -> it.nextOffset())
                                .sum())
                .isEqualTo(50);
    }

    @Test
    void anEventIsReadFromItsBytesAsItWas() {
        assertThat(events).allMatch(event -> Wire.of(event).decode().equals(event));
    }
}
