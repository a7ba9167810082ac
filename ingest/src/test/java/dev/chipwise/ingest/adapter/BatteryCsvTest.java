package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chipwise.ingest.adapter.Parsed.LeftOut;
import dev.chipwise.ingest.adapter.Parsed.ParsedEvent;
import dev.chipwise.ingest.adapter.Parsed.Unreadable;
import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatteryCsvTest {

    static final String SUBJECT =
            "{\"model\": \"net\", \"hardware\": {\"type\": \"qnn\", \"vendor\": \"Acme\","
                    + " \"device\": \"One\"}, \"configuration\": {\"runtime\": \"tflite\"},"
                    + " \"inferences\": 1000}";
    static final String HEADER =
            "t_ms,voltage_mv,current,charge_counter_uah,level,temp_c,plugged\n";

    private final Format format = new BatteryCsvFormat(Catalog.shipped());

    /** Ten minutes at 4 V and 0.9 A, which take 150,000 µAh. */
    static String log(double rawPerAmpereOut) {
        return log(rawPerAmpereOut, 0, 11, "0");
    }

    static String log(double rawPerAmpereOut, int from, int to, String plugged) {
        var rows = new StringBuilder();
        for (int minute = from; minute < to; minute++) {
            rows.append(minute * 60_000)
                    .append(",4000,")
                    .append(0.9 * rawPerAmpereOut)
                    .append(',')
                    .append(3_000_000 - 15_000 * minute)
                    .append(',')
                    .append(80 - minute)
                    .append(',')
                    .append(30 + minute)
                    .append(',')
                    .append(plugged)
                    .append('\n');
        }
        return rows.toString();
    }

    @Test
    void energyIsTheIntegralByTheTrapezoidRule() {
        // Power rises from 0 to 8 W in ten minutes; a rule of steps would say more or less.
        var rows = new StringBuilder(HEADER);
        for (int minute = 0; minute <= 10; minute++) {
            rows.append(minute * 60_000 + ",4000," + 200_000 * minute)
                    .append("," + (3_000_000 - 1_667 * minute * minute) + ",50,30,0\n");
        }

        var result = result(read(rows.toString()));

        assertThat(Reading.value(result, "energy_total_mj"))
                .isCloseTo(8.0 / 2 * 600 * 1_000, within(1e-3));
        assertThat(Reading.value(result, "power_peak_mw")).isEqualTo(8_000);
    }

    @Test
    void levelTemperatureAndInferencesComeAlong() {
        var result = result(read(HEADER + log(1e6)));

        assertThat(Reading.value(result, "battery_level_start_pct")).isEqualTo(80);
        assertThat(Reading.value(result, "battery_drain_pct_per_hour")).isCloseTo(60, within(1e-9));
        assertThat(Reading.value(result, "temperature_rise_c")).isEqualTo(10);
        assertThat(Reading.value(result, "energy_per_inference_mj")).isCloseTo(2_160, within(1e-6));
        assertThat(result.subject().hardware().id()).isEqualTo("qualcomm/acme/one");
        assertThat(result.protocol().method()).isEqualTo("fuel_gauge");
    }

    @Test
    void theChargingStretchIsRefusedAndTheRestIsRead() {
        var subject = SUBJECT.replace(", \"inferences\": 1000", "");
        var parsed = read(HEADER + log(1e6, 0, 11, "0") + log(1e6, 11, 14, "1"), subject);

        assertThat(Reading.only(ParsedEvent.class, parsed)).hasSize(1);
        assertThat(Reading.only(Unreadable.class, parsed))
                .singleElement()
                .satisfies(
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(Reason.CHARGING);
                            assertThat(refused.where().line()).isEqualTo(13);
                            assertThat(refused.detail()).contains("until line 15");
                        });
    }

    @Test
    void acrossAGapNobodyKnowsWhatTheBatteryDid() {
        var subject = SUBJECT.replace(", \"inferences\": 1000", "");
        var parsed = read(HEADER + log(1e6, 0, 11, "0") + log(1e6, 30, 41, "0"), subject);

        assertThat(Reading.only(ParsedEvent.class, parsed)).hasSize(2);
    }

    @Test
    void inferencesOfOneRunAreNotSharedAmongStretches() {
        var parsed = read(HEADER + log(1e6, 0, 11, "0") + log(1e6, 30, 41, "0"));

        Reading.assertUnreadable(parsed, Reason.OUT_OF_RANGE, new Where("a/log.csv", 1, ""));
    }

    @Test
    void aStretchOfSecondsIsLeftOut() {
        var subject = SUBJECT.replace(", \"inferences\": 1000", "");
        var parsed = read(HEADER + log(1e6, 0, 11, "0") + log(1e6, 30, 31, "0"), subject);

        assertThat(Reading.only(LeftOut.class, parsed))
                .extracting(LeftOut::why)
                .containsExactly(BatteryCsvFormat.TOO_SHORT);
    }

    @Test
    void aStretchOfFewReadingsIsLeftOutHoweverLongItIs() {
        var subject = SUBJECT.replace(", \"inferences\": 1000", "");
        var parsed = read(HEADER + log(1e6, 0, 11, "0") + log(1e6, 30, 34, "0"), subject);

        assertThat(Reading.only(ParsedEvent.class, parsed)).hasSize(1);
        assertThat(Reading.only(LeftOut.class, parsed))
                .extracting(LeftOut::why)
                .containsExactly("is a stretch of fewer than 5 readings off the charger");
    }

    @Test
    void timesSince1970AreWhenItWasMeasured() {
        var text = new StringBuilder(HEADER.replace("t_ms", "timestamp"));
        int minute = 0;
        for (var row : log(1e6).split("\n")) {
            text.append(1_700_000_000L + 60L * minute++)
                    .append(row.substring(row.indexOf(',')))
                    .append('\n');
        }

        var result = result(read(text.toString()));

        assertThat(result.envelope().occurredAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000L));
        assertThat(Reading.value(result, "power_avg_mw")).isCloseTo(3_600, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "300000,4000, | 300000,high, | 7 | voltage_mv",
                "300000,4000, | 240000,4000, | 7 | t_ms",
                "300000,4000, | soon,4000, | 7 | t_ms",
                "300000,4000, | 300000, | 7 | "
            })
    void aBadRowIsReportedAndCutsTheStretch(String from, String to, int line, String field) {
        var subject = SUBJECT.replace(", \"inferences\": 1000", "");
        var parsed = read((HEADER + log(1e6)).replace(from, to), subject);

        assertThat(Reading.only(Unreadable.class, parsed))
                .singleElement()
                .satisfies(
                        bad ->
                                assertThat(bad.where())
                                        .isEqualTo(
                                                new Where(
                                                        "a/log.csv",
                                                        line,
                                                        field == null ? "" : field)));
        assertThat(Reading.only(ParsedEvent.class, parsed)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model\": | unreadable | ",
                "[] | unreadable | ",
                "{\"modell\": \"x\"} | unreadable | modell",
                "{\"model\": \"x\"} | missing_identity | hardware.type"
            })
    void saysWhatIsWrongInTheSubject(String subject, String reason, String field) {
        var parsed = Reading.only(Unreadable.class, read(HEADER + log(1e6), subject));

        assertThat(parsed).hasSize(1);
        assertThat(parsed.get(0).reason()).isEqualTo(Reason.of(reason));
        assertThat(parsed.get(0).where().path()).isEqualTo("a/log.subject.json");
        assertThat(parsed.get(0).where().field()).isEqualTo(field == null ? "" : field);
    }

    @Test
    void oneSubjectMayStandForAllLogsOfAFolder() {
        var parsed =
                Reading.among(
                        format,
                        "a/log.csv",
                        HEADER + log(1e6),
                        List.of("a"),
                        Map.of("subject.json", SUBJECT));

        assertThat(result(parsed).subject().model().name()).isEqualTo("net");
    }

    @Test
    void theImportSaysWhatRanWhereNothingStandsBesideTheLog() {
        // Given
        var said =
                new ImportContext(
                        null,
                        Reading.SOURCE,
                        Map.of(
                                SubjectField.MODEL, "net",
                                SubjectField.HARDWARE, "coreml/apple/iphone-12",
                                SubjectField.RUNTIME, "coreml"));

        // When
        var parsed = Reading.text(format, "log.csv", HEADER + log(1e6), said);

        // Then
        assertThat(result(parsed).subject().hardware().id()).isEqualTo("coreml/apple/iphone-12");
    }

    private List<Parsed> read(String text) {
        return read(text, SUBJECT);
    }

    private List<Parsed> read(String text, String subject) {
        return Reading.among(
                format, "a/log.csv", text, List.of("a"), Map.of("log.subject.json", subject));
    }

    private static BatteryResult result(List<Parsed> parsed) {
        return Reading.single(BatteryResult.class, parsed);
    }
}
