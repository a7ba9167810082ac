package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrendTest {

    private static final int A_THIRD_OF_AN_HOUR = 1200;

    private final Trend trend = new Trend();

    @Test
    void isTheSlopePerHour() {
        for (int second = 0; second <= A_THIRD_OF_AN_HOUR; second += 60) {
            trend.add(1, second, 100 + second / 60.0);
        }

        assertThat(trend.perHour()).isCloseTo(60, within(1e-9));
        assertThat(trend.most()).isEqualTo(120);
    }

    @Test
    void aNewLifeThatBeginsLowIsNoShrinking() {
        for (int second = 0; second <= A_THIRD_OF_AN_HOUR; second += 60) {
            trend.add(1, second, 500);
            trend.add(2, A_THIRD_OF_AN_HOUR + second, 300);
        }

        assertThat(trend.perHour()).isCloseTo(0, within(1e-9));
    }

    @Test
    void oneReadingSaysNothing() {
        trend.add(1, 5, 100);

        assertThat(trend.perHour()).isZero();
    }
}
