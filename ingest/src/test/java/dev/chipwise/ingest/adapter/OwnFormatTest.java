package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.adapter.Parsed.ParsedEvent;
import dev.chipwise.ingest.adapter.Parsed.Unreadable;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnFormatTest {

    private static final String RUN =
            """
            {"kind": "benchmark", "occurred_at": "2026-03-01T11:00:00+01:00", "model": "resnet50",
             "hardware": {"type": "qnn", "vendor": "Samsung", "device": "Galaxy S24+"},
             "configuration": {"runtime": "tflite", "precision": "half"},
             "metrics": {"memory_peak_mb": 40, "latency_mean_ms": 12.5, "load_ms": null}}
            """;
    private static final String LINE = RUN.replace("\n", " ").strip();

    private final Format format = new OwnFormat(Catalog.shipped());

    @Test
    void readsAResultWithTheCataloguesOwnWords() {
        var result = (BenchmarkResult) onlyEvent(RUN);

        var subject = result.subject();
        assertThat(subject.hardware().id()).isEqualTo("qualcomm/samsung/galaxy-s24-plus");
        assertThat(subject.hardware().type()).isEqualTo("qualcomm");
        assertThat(subject.configuration().id()).isEqualTo("tflite/fp16/b1");
        assertThat(subject.workload().id()).isEqualTo("inference/default");
        assertThat(subject.version().tag()).isEqualTo("unversioned");
        assertThat(result.envelope().occurredAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(result.measurements())
                .containsExactly(
                        new Measurement("latency_mean_ms", 12.5, "ms"),
                        new Measurement("memory_peak_mb", 40, "MB"));
    }

    @Test
    void theShapeOfTheTextDoesNotChangeTheEvent() {
        var event = onlyEvent(RUN);
        var asList =
                "[{\"metric\": \"latency_mean_ms\", \"value\": 12.5, \"unit\": \"ms\"},"
                        + " {\"metric\": \"memory_peak_mb\", \"value\": 40}]";

        assertThat(onlyEvent(LINE)).isEqualTo(event);
        assertThat(onlyEvent("\uFEFF\n [" + RUN + "]")).isEqualTo(event);
        assertThat(onlyEvent(RUN.replaceAll("\"metrics\": \\{[^}]*}", "\"metrics\": " + asList)))
                .isEqualTo(event);
        assertThat(onlyEvent(RUN.replace("qnn", "Qualcomm").replace("half", "fp16")))
                .isEqualTo(event);
    }

    @Test
    void theIdIsTheSameByWhicheverWayARecordComesInUnlessItNamesItsSource() {
        var named =
                RUN.replace(
                        "{\"kind\"", "{\"source\": {\"kind\": \"ci\", \"name\": \"x\"}, \"kind\"");

        assertThat(idFrom("gateway", RUN)).isEqualTo(idFrom("import", RUN));
        assertThat(idFrom("gateway", named)).isNotEqualTo(idFrom("gateway", RUN));
    }

    private String idFrom(String way, String text) {
        var source = new Source(Source.Kind.of(way), way, null, null);
        var context = new ImportContext(null, source, Map.of());
        var parsed = Reading.text(format, "a.json", text, context).get(0);
        return ((ParsedEvent) parsed).event().envelope().eventId();
    }

    @Test
    void theIdIsMadeFromTimeAndContentUnlessGiven() {
        var id = onlyEvent(RUN).envelope().eventId();
        var other = onlyEvent(RUN.replace("12.5", "12.6")).envelope().eventId();
        var given = "019580b4-3e80-7a3f-9c55-0123456789ab";

        assertThat(id.substring(0, 13)).isEqualTo(other.substring(0, 13));
        assertThat(id.charAt(14)).isEqualTo('8');
        assertThat(id).isNotEqualTo(other);
        assertThat(
                        onlyEvent(
                                RUN.replace(
                                        "{\"kind\"", "{\"event_id\": \"" + given + "\", \"kind\"")))
                .extracting(event -> event.envelope().eventId())
                .isEqualTo(given);
    }

    @Test
    void theImportSaysWhatTheFileDoesNot() {
        var context =
                new ImportContext("v7", Instant.parse("2026-05-05T00:00:00Z"), Reading.SOURCE);
        var parsed =
                Reading.text(
                        format,
                        "a.json",
                        RUN.replace("\"occurred_at\": \"2026-03-01T11:00:00+01:00\",", ""),
                        context);

        var result = (BenchmarkResult) ((ParsedEvent) parsed.get(0)).event();
        assertThat(result.subject().version().tag()).isEqualTo("v7");
        assertThat(result.envelope().occurredAt()).isEqualTo(context.occurredAt());
        assertThat(result.envelope().source()).isEqualTo(Reading.SOURCE);
    }

    @Test
    void aBadLineIsReportedByNumberAndTheRestGoesOn() {
        var text = LINE + "\n{\"kind\": \"benchmark\"\n\n" + LINE + "\nnot json\n[1]\n" + LINE;

        var parsed = Reading.text(format, "dir/a.jsonl", text);

        assertThat(parsed)
                .extracting(each -> each.where().line())
                .containsExactly(1, 2, 4, 5, 6, 7);
        assertThat(parsed.get(1)).isInstanceOf(Unreadable.class);
        assertThat(parsed.get(1).where()).hasToString("dir/a.jsonl:2");
        assertThat(parsed.stream().filter(each -> each instanceof ParsedEvent)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":",
                "{\"kind\":\n",
                "{\"kind\": \"bench",
                "{\"kind\": \"bench\n",
                "{oops",
                "{\"a\": 1} {",
                "oops\n"
            })
    void aTextOfOneLineBreaksOnItsFirst(String text) {
        var parsed = Reading.text(format, "a.json", text);

        assertThat(parsed)
                .filteredOn(Unreadable.class::isInstance)
                .isNotEmpty()
                .allMatch(each -> each.where().line() == 1);
    }

    @Test
    void aBrokenArrayIsReportedWhereItBreaks() {
        var parsed = Reading.text(format, "a.json", "[\n" + LINE + ",\n" + LINE + "\noops]");

        assertThat(parsed).extracting(each -> each.where().line()).containsExactly(2, 3, 4);
        assertThat(((Unreadable) parsed.get(2)).detail()).contains("rest of the file was not read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"vendor\"; \"vendr\"; hardware.vendr; unreadable; did you mean 'vendor'?",
                "latency_mean_ms; latency_ms; metrics.latency_ms; unknown_metric; did you mean 'latency_m",
                "\"benchmark\"; \"benchmrk\"; kind; unreadable; did you mean 'benchmark'?",
                "\"kind\"; \"kin\"; kind; unreadable; is missing; it is one of benchmark",
                "12.5; \"12.5\"; metrics.latency_mean_ms; unreadable; must be a number",
                "T11:00:00+01:00; ; occurred_at; unreadable; must be a time with zone",
                "\"vendor\": \"Samsung\",; ; hardware.vendor; missing_identity; is missing",
                "\"resnet50\"; {\"nme\": \"x\"}; model.nme; unreadable; did you mean 'name'?",
                "{\"kind\"; {\"kind\": 1, \"kind\"; ''; unreadable; Duplicate",
            })
    void aFieldThatMakesNoSenseIsNamed(
            String text, String becomes, String field, String reason, String detail) {
        var broken = RUN.replace(text, becomes == null ? "" : becomes);

        var parsed = Reading.text(format, "a.json", broken);

        assertThat(parsed).hasSize(1);
        var unreadable = (Unreadable) parsed.get(0);
        assertThat(unreadable.where().field()).isEqualTo(field);
        assertThat(unreadable.reason()).isEqualTo(Reason.of(reason));
        assertThat(unreadable.detail()).contains(detail);
    }

    @Test
    void anArrayIsReadAsSuchWhateverTheFileIsCalled() {
        var parsed = Reading.text(format, "a.jsonl", "[" + LINE + "," + LINE + "]");

        assertThat(parsed).hasSize(2).allMatch(each -> each instanceof ParsedEvent);
    }

    @Test
    void aRecordTooDeepForAnyEventIsRefusedBeforeItIsBuilt() {
        var deep = "{\"kind\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";

        assertThat(Reading.text(format, "a.jsonl", deep + "\n" + LINE))
                .satisfiesExactly(
                        first ->
                                assertThat(((Unreadable) first).reason())
                                        .isEqualTo(Reason.OVERSIZED),
                        second -> assertThat(second).isInstanceOf(ParsedEvent.class));
    }

    @Test
    void theValuesOfEachRecordAreCountedAnew() {
        var many = "[0" + ",0".repeat(150_000) + "]";
        var large = "{\"kind\":\"x\",\"a\":" + many + "}";

        assertThat(Reading.text(format, "a.json", "[" + large + "," + large + "]"))
                .extracting(each -> ((Unreadable) each).where().field())
                .containsExactly("kind", "kind");
    }

    @Test
    void anIdMadeFromMoreThanTheContentIsAnother() {
        var context = Reading.NOTHING_SAID.identifiedBy(content -> "request 7\n" + content);
        var parsed = Reading.text(format, "a.json", LINE, context);

        assertThat(((ParsedEvent) parsed.get(0)).event().envelope().eventId())
                .isNotEqualTo(onlyEvent(LINE).envelope().eventId());
    }

    @Test
    void recognisesItsFiles() {
        assertThat(List.of("a.jsonl", "B.NDJSON")).allMatch(name -> format.recognises(name, "x"));
        assertThat(format.recognises("a.json", " [\n{\"kind\" : \"battery\"")).isTrue();
        assertThat(format.recognises("a.json", "{\"context\": {}}")).isFalse();
        assertThat(format.recognises("a.txt", "{\"kind\": 1}")).isFalse();
    }

    private Event onlyEvent(String text) {
        var parsed = Reading.text(format, "a.json", text);
        assertThat(parsed).hasSize(1).allMatch(each -> each instanceof ParsedEvent);
        return ((ParsedEvent) parsed.get(0)).event();
    }
}
