package dev.chipwise.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.snapshotter.store.InMemoryResultStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedTest {

    private static final Duration TICK = Duration.ofMillis(100);

    private final Load load = new Load(50, Catalog.shipped());
    private final Observations observations = new Observations();
    private long now;

    /** A clock that goes on by a tick whenever somebody looks at it. */
    private long look() {
        now += TICK.toNanos();
        return now;
    }

    @Test
    void countsWholeRoundsOfTheCodecsUntilTheTimeIsOver() {
        List<Wire<?>> events = new ArrayList<>();
        load.events().forEach(event -> events.add(Wire.of(event)));

        new CodecSpeed(events, TICK.multipliedBy(3), this::look).measure(observations);

        // Three rounds of 50 events in 0.3 s.
        assertThat(observations.of(CodecSpeed.ENCODE)).containsExactly(500.0);
        assertThat(observations.of(CodecSpeed.DECODE)).containsExactly(500.0);
    }

    @Test
    void fillsAnEmptyStoreWithEveryEvent() {
        var store = new InMemoryResultStore();

        new StoreSpeed(() -> store, Topics.withDefaultPrefix(), load.events(), this::look)
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
        assertThat(load.events()).allMatch(event -> Wire.of(event).decode().equals(event));
    }
}
