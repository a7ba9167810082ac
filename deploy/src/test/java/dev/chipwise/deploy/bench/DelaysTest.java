package dev.chipwise.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DelaysTest {

    private static final long MS = 1_000_000;

    private final Delays delays = new Delays();

    @Test
    void takesThePercentileThatWasSeenWhateverTheOrder() {
        IntStream.of(30, 10, 40, 20).forEach(ms -> delays.add(ms * MS));

        assertThat(delays.percentileMs(0.5)).isEqualTo(20);
        assertThat(delays.percentileMs(0.51)).isEqualTo(30);
        assertThat(delays.percentileMs(0)).isEqualTo(10);
        assertThat(delays.percentileMs(1)).isEqualTo(40);
    }

    @Test
    void keepsMoreThanItWasMadeFor() {
        IntStream.rangeClosed(1, 5000).forEach(ms -> delays.add(ms * MS));

        assertThat(delays.size()).isEqualTo(5000);
        assertThat(delays.percentileMs(0.99)).isEqualTo(4950);
    }

    @Test
    void saysNothingAboutNothing() {
        assertThatIllegalStateException().isThrownBy(() -> delays.percentileMs(0.5));
    }
}
