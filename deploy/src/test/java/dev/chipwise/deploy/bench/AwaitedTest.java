package dev.chipwise.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AwaitedTest {

    private static final Instant T1 = Instant.ofEpochSecond(1);
    private static final Instant T2 = Instant.ofEpochSecond(2);
    private static final Instant T3 = Instant.ofEpochSecond(3);

    private final Awaited awaited = new Awaited();

    @Test
    void anAnswerCoversAllUpToItsNewestOnce() {
        awaited.add("a", T1);
        awaited.add("a", T2);
        awaited.add("a", T3);

        assertThat(awaited.covered("a", T2)).containsExactly(T1, T2);
        assertThat(awaited.covered("a", T2)).isEmpty();
        assertThat(awaited.size()).isOne();
        assertThat(awaited.has("a")).isTrue();
    }

    @Test
    void anAnswerCoversNothingOfAnotherKey() {
        awaited.add("a", T1);

        assertThat(awaited.covered("b", T3)).isEmpty();
        assertThat(awaited.has("b")).isFalse();
        assertThat(awaited.size()).isOne();
    }
}
