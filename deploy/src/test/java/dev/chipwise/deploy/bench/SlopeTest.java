package dev.chipwise.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlopeTest {

    @Test
    void isTheExponentOfAPowerLaw() {
        var squareRoot = Map.of(100L, 20.0, 10_000L, 200.0, 1_000_000L, 2_000.0);

        assertThat(Slope.of(squareRoot)).isCloseTo(0.5, within(1e-12));
        assertThat(Slope.of(Map.of(10L, 7.0, 1_000L, 7.0))).isCloseTo(0, within(1e-12));
        assertThat(Slope.of(Map.of(10L, 50.0, 100L, 5.0))).isCloseTo(-1, within(1e-12));
    }

    @Test
    void lastSizesDoNotDecideAlone() {
        var bent = Map.of(1L, 1.0, 10L, 1.0, 100L, 10.0);

        assertThat(Slope.of(bent)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void needsTwoSizes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Slope.of(Map.of(1L, 1.0)));
    }

    @Test
    void isFoundFromTheMediansOfTheSizesThatWereRead() {
        var observations = new Observations();
        for (int size : List.of(100, 1_000)) {
            observations.add(GrowthFigures.at(size).store(), size);
            observations.add(GrowthFigures.at(size).store(), size * 3);
            observations.add(GrowthFigures.at(size).store(), size * 2);
        }

        GrowthFigures.addSlope(
                observations,
                "store",
                List.of(100, 1_000, 5_000),
                size -> GrowthFigures.at(size).store());
        GrowthFigures.addSlope(
                observations, "state", List.of(100), size -> GrowthFigures.at(size).state());

        var slopes = observations.figures().stream().filter(it -> it.name().startsWith("slope"));
        assertThat(slopes).singleElement().satisfies(it -> isProportional(observations, it));
    }

    private static void isProportional(Observations observations, Figure slope) {
        assertThat(observations.of(slope)).singleElement().satisfies(it -> near(it));
    }

    private static void near(double exponent) {
        assertThat(exponent).isCloseTo(1, within(1e-12));
    }
}
