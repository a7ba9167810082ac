package dev.chipwise.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.snapshotter.report.OutputFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchReportTest {

    private static final Figure FAST = Figure.ceiling("fast part");
    private static final Figure SLOW = Figure.ceiling("slow part");
    private static final Figure NOT_TRIED = Figure.ceiling("part that was not tried");
    private static final Figure WHOLE = Figure.pipeline("whole", FAST, SLOW, NOT_TRIED);
    private static final Figure AGE = Figure.freshness("age");

    private final Observations observations = new Observations();
    private final Map<String, Spread> before = new HashMap<>();

    @Test
    void showsWhereTheReadingsLieInOrderOfTheFirst() {
        observe(SLOW, 400, 100, 200);
        observe(AGE, 12.34);

        assertThat(report().table().rows())
                .containsExactly(
                        Arrays.asList("ceiling", "slow part", "events/s", 100L, 200L, 400L, null),
                        Arrays.asList("freshness", "age", "ms", 12.3, 12.3, 12.3, null));
    }

    @Test
    void theMiddleOfAnEvenNumberIsBetweenTheTwo() {
        observe(FAST, 100, 400, 200, 300);

        assertThat(report().table().rows().get(0)).contains(250L);
    }

    @Test
    void comparesTheWholeWithItsSlowestPartThatWasTried() {
        observe(FAST, 1000);
        observe(SLOW, 100, 200, 400);
        observe(WHOLE, 50, 150, 40);

        assertThat(report().ofCeiling(WHOLE)).hasValue(0.25);
        assertThat(report().table().rows().get(2)).last().isEqualTo(25L);
    }

    @Test
    void comparesNothingWithPartsThatWereNotTried() {
        observe(WHOLE, 50);

        assertThat(report().ofCeiling(WHOLE)).isEmpty();
    }

    @Test
    void keepsEveryReadingAndTheCircumstancesInJson() {
        observe(SLOW, 400, 100);

        var json = OutputFormat.json.render(report());

        assertThat(json)
                .contains("\"command\" : \"chipwise bench\"")
                .contains("\"started\" : \"2026-11-20T10:00:00Z\"")
                .contains("\"cores\" : 2")
                .contains("\"readings\" : [ 400.0, 100.0 ]");
    }

    @Test
    void turnsCountsAndTimesIntoRatesAndCosts() {
        observations.addRate(SLOW, 500, 250_000_000);
        observations.addCost(AGE, 500, 1_000_000);

        assertThat(observations.of(SLOW)).containsExactly(2000.0);
        assertThat(observations.of(AGE)).containsExactly(2.0);
    }

    @Test
    void saysOnlyOfReadingsThatLieApartThatTheyChanged() {
        observe(FAST, 900, 1100, 1000);
        observe(SLOW, 300, 400);
        observe(AGE, 50);
        before.put(FAST.name(), new Spread(700, 800, 950));
        before.put(SLOW.name(), new Spread(100, 175, 299));
        before.put(AGE.name(), new Spread(20, 25, 40));

        assertThat(report().change(FAST)).isNull();
        assertThat(report().change(SLOW)).isEqualTo("better");
        assertThat(report().change(AGE)).isEqualTo("worse");
        assertThat(report().table().rows().get(1)).endsWith(175L, 2.0, "better");
    }

    @Test
    void comparesNothingThatWasNotReadBefore() {
        observe(FAST, 900);
        observe(SLOW, 300);
        before.put(SLOW.name(), new Spread(100, 175, 299));

        assertThat(report().table().rows().get(0)).endsWith(null, null, null);
    }

    private void observe(Figure figure, double... readings) {
        Arrays.stream(readings).forEach(reading -> observations.add(figure, reading));
    }

    private BenchReport report() {
        var circumstances =
                new Circumstances(
                        "chipwise bench",
                        Instant.parse("2026-11-20T10:00:00Z"),
                        List.of("chipwise 1"),
                        "Linux amd64",
                        2,
                        24_000,
                        6_000);
        return new BenchReport(circumstances, observations, before);
    }
}
