package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chipwise.ingest.adapter.Parsed.LeftOut;
import dev.chipwise.ingest.adapter.Parsed.ParsedEvent;
import dev.chipwise.ingest.adapter.Parsed.Unreadable;
import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both recorded logs of a phone's battery against sums made by other means. */
class BatteryCsvRecordedDataTest {

    private static final Instant LATER = Instant.parse("2026-11-01T00:00:00Z");
    private static final double EXACTLY = 1e-9;

    /** Times since 1970 in milliseconds are kept to a quarter of a microsecond. */
    private static final double AS_TIMES_ARE_KEPT = 1e-8;

    private static final double LONGEST_GAP_S = 600;
    private static final double SHORTEST_S = 60;
    private static final int FEWEST_READINGS = 5;
    private static final String SUBJECT =
            "{\"model\": \"daily_use\", \"hardware\": {\"type\": \"ane\", \"vendor\": \"Apple\","
                    + " \"device\": \"iPhone 16 Pro Max\"}, \"configuration\": {\"runtime\": \"ios\"}}";

    private final Catalog catalog = Catalog.shipped();
    private final Format format = new BatteryCsvFormat(catalog);

    /** A stretch as this test cuts it, with its energy in joules. */
    private record Stretch(boolean charging, int readings, double seconds, double joules) {}

    @ParameterizedTest
    @CsvSource({"battery_state, 3499", "epsql_battery, 1599"})
    void signAndUnitAreLearntFromTheChargeCounter(String log, int readings) throws IOException {
        var series = series(log);
        var convention = CurrentConvention.of(series, columns(log));

        assertThat(series).hasSize(readings);
        assertThat(convention.dischargeMicroAmps()).isEqualTo(-1_000);
        assertThat(convention.ratio()).isCloseTo(1, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"battery_state", "epsql_battery"})
    void dischargedChargeAndEnergyAreThoseThatWereSummed(String log) throws IOException {
        var series = series(log);
        var scale = BatteryScale.of(series, columns(log));
        var rows = SharedData.table(file(log));
        double milliampHours = 0;
        double milliwattHours = 0;
        for (int i = 0; i + 1 < series.size(); i++) {
            double hours = (series.get(i + 1).timeMs() - series.get(i).timeMs()) / 3_600_000;
            boolean counts =
                    rows.get(i).get("IsCharging").equals("0")
                            && scale.current(series.get(i)) > 0
                            && hours * 3_600 <= LONGEST_GAP_S;
            milliampHours += counts ? scale.current(series.get(i)) / 1_000 * hours : 0;
            milliwattHours += counts ? scale.power(series.get(i)) * hours : 0;
        }

        var expected =
                new ObjectMapper()
                        .readTree(
                                Files.readString(
                                        SharedData.folder("battery-iphone")
                                                .resolve("expected_part1.json")))
                        .path(log);
        assertClose(milliampHours, expected.path("discharge_mAh_left_rule_gap600").asDouble());
        assertClose(milliwattHours, expected.path("discharge_mWh_left_rule_gap600").asDouble());
    }

    @ParameterizedTest
    @ValueSource(strings = {"battery_state", "epsql_battery"})
    void everyStretchIsAResultOrSaysWhyItIsNone(String log) throws IOException {
        var stretches = stretches(log);
        var parsed = parsed(log);

        assertThat(parsed).hasSameSizeAs(stretches);
        for (int i = 0; i < parsed.size(); i++) {
            var stretch = stretches.get(i);
            boolean isShort =
                    stretch.seconds() < SHORTEST_S || stretch.readings() < FEWEST_READINGS;
            if (!stretch.charging() && isShort) {
                assertThat(parsed.get(i)).isInstanceOf(LeftOut.class);
            } else if (stretch.charging() || stretch.joules() <= 0) {
                assertThat(parsed.get(i))
                        .isInstanceOfSatisfying(
                                Unreadable.class,
                                refused -> assertThat(refused.reason()).isEqualTo(Reason.CHARGING));
            } else {
                var result = (BatteryResult) ((ParsedEvent) parsed.get(i)).event();
                assertThat(Reading.value(result, "energy_total_mj") / 1_000)
                        .isCloseTo(stretch.joules(), within(stretch.joules() * AS_TIMES_ARE_KEPT));
                assertThat(result.protocol().durationMs())
                        .isCloseTo(stretch.seconds() * 1_000, within(0.01));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"battery_state, 4, 0", "epsql_battery, 43, 1"})
    void resultsAreAcceptedUnlessTheLevelRose(String log, int accepted, int rose)
            throws IOException {
        var validator = new ResultValidator(catalog);
        var verdicts =
                Reading.only(ParsedEvent.class, parsed(log)).stream()
                        .map(parsed -> validator.validate(parsed.event(), LATER))
                        .toList();

        assertThat(verdicts).filteredOn(Verdict.Accepted.class::isInstance).hasSize(accepted);
        assertThat(verdicts)
                .filteredOn(
                        verdict ->
                                verdict instanceof Verdict.Rejected rejected
                                        && rejected.reason() == Reason.CHARGING)
                .hasSize(rose);
        assertThat(verdicts).hasSize(accepted + rose);
    }

    @ParameterizedTest
    @ValueSource(strings = {"battery_state", "epsql_battery"})
    void everyResultKeepsItsReadingsInOurUnits(String log) throws IOException {
        for (var event : Reading.only(ParsedEvent.class, parsed(log))) {
            var result = (BatteryResult) event.event();
            assertThat(result.samples())
                    .hasSize(Integer.parseInt(result.envelope().labels().get("readings")));
            assertThat(Reading.value(result, "temperature_max_c")).isBetween(5.0, 50.0);
            assertThat(Reading.value(result, "battery_voltage_mv")).isBetween(3_000.0, 4_500.0);
        }
    }

    @Test
    void withoutASubjectBesideItALogIsRefused() throws IOException {
        assertThat(Reading.file(format, file("battery_state")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(Reason.MISSING_IDENTITY);
                            assertThat(refused.detail())
                                    .contains("battery_state.part1.subject.json");
                        });
    }

    private List<Parsed> parsed(String log) throws IOException {
        return Reading.among(
                format,
                log + ".csv",
                Files.readString(file(log)),
                List.of("data"),
                Map.of(log + ".subject.json", SUBJECT));
    }

    /** Cut and summed from the raw cells, in volts, amperes and seconds. */
    private static List<Stretch> stretches(String log) throws IOException {
        var stretches = new ArrayList<Stretch>();
        Map<String, String> before = null;
        for (var row : SharedData.table(file(log))) {
            double seconds =
                    before == null ? 0 : number(row, "timestamp") - number(before, "timestamp");
            if (before == null || seconds > LONGEST_GAP_S || plugged(row) != plugged(before)) {
                stretches.add(new Stretch(plugged(row), 1, 0, 0));
            } else {
                var last = stretches.remove(stretches.size() - 1);
                stretches.add(
                        new Stretch(
                                last.charging(),
                                last.readings() + 1,
                                last.seconds() + seconds,
                                last.joules() + (watts(before) + watts(row)) / 2 * seconds));
            }
            before = row;
        }
        return stretches;
    }

    private static boolean plugged(Map<String, String> row) {
        return row.get("IsCharging").equals("1") || "1".equals(row.get("ExternalConnected"));
    }

    /** Negative is discharging in these files. */
    private static double watts(Map<String, String> row) {
        return -number(row, "InstantAmperage") / 1_000 * number(row, "Voltage") / 1_000;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static List<BatteryReading> series(String log) throws IOException {
        try (var text = Files.newBufferedReader(file(log))) {
            var csv = new CsvText(text);
            var columns = BatteryColumns.of(csv.next());
            var input = new Input(log, "", text, Reading.NOTHING_SAID);
            return BatterySeries.read(csv, columns, input, bad -> assertThat(bad).isNull());
        }
    }

    private static BatteryColumns columns(String log) throws IOException {
        try (var text = Files.newBufferedReader(file(log))) {
            return BatteryColumns.of(new CsvText(text).next());
        }
    }

    private static Path file(String log) {
        return SharedData.folder("battery-iphone").resolve("data").resolve(log + ".part1.csv");
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(Math.abs(expected) * EXACTLY));
    }
}
