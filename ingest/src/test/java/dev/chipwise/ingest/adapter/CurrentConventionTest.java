package dev.chipwise.ingest.adapter;

import static dev.chipwise.ingest.adapter.BatteryCsvTest.HEADER;
import static dev.chipwise.ingest.adapter.BatteryCsvTest.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chipwise.ingest.adapter.Parsed.ParsedEvent;
import dev.chipwise.ingest.adapter.Parsed.Unreadable;
import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sign and unit of a current are learnt from the charge counter, or the log is refused. */
class CurrentConventionTest {

    private final Format format = new BatteryCsvFormat(Catalog.shipped());

    @ParameterizedTest
    @CsvSource({"1e6", "-1e6", "1e3", "-1e3", "1", "-1"})
    void everyMakersSignAndUnitGiveTheSameEnergy(double rawPerAmpereOut) {
        var result = result(read(HEADER + log(rawPerAmpereOut)));

        assertThat(Reading.value(result, "energy_total_mj"))
                .isCloseTo(4 * 0.9 * 600 * 1_000, within(1e-3));
        assertThat(Reading.value(result, "power_avg_mw")).isCloseTo(3_600, within(1e-6));
        assertThat(result.samples())
                .allSatisfy(
                        sample -> assertThat(sample.currentUa()).isCloseTo(900_000, within(1e-3)));
    }

    @Test
    void aCounterOfChargeDrawnIsToldByTheLevel() {
        // Minus what is left rises while the battery empties, as what was drawn does.
        var drawn = log(1e6).replaceAll("(?m)^(\\d+,4000,[^,]*),", "$1,-");

        assertThat(drawn).contains(",-2985000,");
        assertThat(Reading.value(result(read(HEADER + drawn)), "energy_total_mj")).isPositive();
    }

    @Test
    void withoutALevelAnAccumulatorMayGoEitherWay() {
        var header = HEADER.replace("charge_counter", "charge_accum").replace("level", "other");

        Reading.assertUnreadable(
                read(header + log(1e6)),
                Reason.MISSING_VALUE,
                new Where("a/log.csv", 1, "charge_accum_uah"));
        assertThat(result(read(HEADER.replace("level", "other") + log(1e6)))).isNotNull();
    }

    @Test
    void aGaugeThatCorrectsItsLevelDoesNotTurnTheCounterAround() {
        var corrected = log(1e6).replaceAll("(?m),\\d\\d,(\\d\\d,0)$", ",70,$1");
        var rows = corrected.split("\n");
        rows[10] = rows[10].replace(",70,", ",71,");

        var result = result(read(HEADER + String.join("\n", rows)));

        assertThat(Reading.value(result, "energy_total_mj")).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "charge_counter_uah | other | missing_value | ",
                "voltage_mv | other | missing_value | ",
                "t_ms | time | unit_mismatch | time",
                "current | current_ma | unit_mismatch | current_ma",
                "charge_counter_uah | charge_counter_mah | unit_mismatch | charge_counter_mah",
                "charge_counter_uah | charge_counter_ah | unit_mismatch | charge_counter_ah"
            })
    void refusesWhatCannotBeLearnt(String from, String to, String reason, String field) {
        var text = HEADER.replace(from, to) + log(1e6);

        var parsed = Reading.only(Unreadable.class, read(text));

        assertThat(parsed).isNotEmpty();
        assertThat(parsed.get(0).reason()).isEqualTo(Reason.of(reason));
        assertThat(parsed.get(0).where().field()).isEqualTo(field == null ? "" : field);
        assertThat(Reading.only(ParsedEvent.class, read(text))).isEmpty();
    }

    @Test
    void refusesACounterThatDoesNotMove() {
        var still = log(1e6).replaceAll("(?m)^(\\d+,4000,[^,]*),\\d+", "$1,3000000");

        Reading.assertUnreadable(
                read(HEADER + still),
                Reason.MISSING_VALUE,
                new Where("a/log.csv", 1, "charge_counter_uah"));
    }

    @Test
    void refusesACounterThatDoesNotFollowTheCurrent() {
        var rows = log(1e6).split("\n");
        for (int i = 1; i < rows.length; i += 2) {
            rows[i] = rows[i].replaceFirst(",29\\d+,", ",2000000,");
        }

        Reading.assertUnreadable(
                read(HEADER + String.join("\n", rows)),
                Reason.UNIT_MISMATCH,
                new Where("a/log.csv", 1, "charge_counter_uah"));
    }

    private List<Parsed> read(String text) {
        return Reading.among(
                format,
                "a/log.csv",
                text,
                List.of("a"),
                Map.of("log.subject.json", BatteryCsvTest.SUBJECT));
    }

    private static BatteryResult result(List<Parsed> parsed) {
        return Reading.single(BatteryResult.class, parsed);
    }
}
