package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.publish.ResultSamples;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is accepted and what is rejected, record by record; every answer is held to the contract.
 */
class GatewayTest {

    private static final String RESULTS = "/v1/results";
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    private final Rig rig = Rig.open();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void oneObjectIsKeptWhereItsStatusSays() {
        var answer = rig.post(RESULTS, JSON, Sent.result(1));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.each("status")).containsExactly("accepted");
        assertThat(answer.each("topic")).containsExactly("memory");
        assertThat(answer.each("event_id")).isEqualTo(rig.keptIds());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void everyKindOfBodyCarriesManyRecords(String type, byte[] body, String[] headers) {
        var answer = rig.post(RESULTS, type, body, headers);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.each("index")).containsExactly("0", "1", "2");
        assertThat(answer.each("event_id")).isEqualTo(rig.keptIds());
    }

    static Stream<Arguments> bodies() {
        var lines = Sent.lines(3).getBytes();
        var array = Sent.array(3).getBytes();
        var frames =
                Sent.frames(
                        ResultSamples.result(1), ResultSamples.result(2), ResultSamples.result(3));
        return Stream.of(
                body(JSON, array),
                body("application/json; charset=UTF-8", array),
                body(NDJSON, lines),
                body("application/jsonl", lines),
                body("application/ndjson", lines),
                body("application/vnd.chipwise.avro-frames", frames),
                body(JSON, Sent.gzip(array), "Content-Encoding", "gzip"),
                body(NDJSON, Sent.zstd(lines), "Content-Encoding", "zstd"),
                body(NDJSON, lines, "Content-Encoding", "identity"));
    }

    private static Arguments body(String type, byte[] body, String... headers) {
        return Arguments.of(type, body, headers);
    }

    @Test
    void oneAvroRecordIsTheEventItWasMadeFrom() {
        var event = ResultSamples.result(7);

        var answer = rig.post(RESULTS, "application/avro", Route.encode(event));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(rig.kept()).containsExactly(event);
    }

    @Test
    void whatIsSentElsewhereHasARouteToo() {
        assertThat(rig.post("/v1/battery-results", JSON, Sent.battery()).status()).isEqualTo(202);
        assertThat(rig.post(RESULTS, JSON, Sent.battery()).status()).isEqualTo(202);
        assertThat(rig.post("/v1/versions", JSON, Sent.version("v1")).status()).isEqualTo(202);
    }

    @Test
    void aRecordOnTheWrongRouteSaysWhichIsRight() {
        var answer = rig.post("/v1/versions", JSON, Sent.result(1));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.each("field")).containsExactly("kind");
        assertThat(answer.each("detail")).first().asString().contains("to /v1/results");
        assertThat(rig.kept()).isEmpty();
    }

    @Test
    void aBadLineDoesNotKeepTheOthersFromBeingAccepted() {
        var body =
                String.join(
                        "\n",
                        Sent.result(1),
                        "{\"kind\":",
                        "",
                        Sent.result(2, "0"),
                        Sent.result(3));

        var answer = rig.post(RESULTS, NDJSON, body);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.each("status"))
                .containsExactly("accepted", "rejected", "rejected", "accepted");
        assertThat(answer.each("line")).containsExactly("", "2", "4", "");
        assertThat(answer.each("reason")).containsExactly("", "unreadable", "zero", "");
        assertThat(List.of(answer.text("accepted"), answer.text("rejected")))
                .containsExactly("2", "2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"latency_mean_ms\":2   | \"latency_mean_ms\":0     | zero | metrics.latency_mean_ms",
                "\"latency_mean_ms\":2   | \"latency_ms\":1          | unknown_metric | metrics.latency_ms",
                "\"latency_mean_ms\":2   | \"latency_mean_ms\":\"a\" | unreadable | metrics.latency_mean_ms",
                "{\"latency_mean_ms\":2} | {}                        | success_without_metric | status",
                "cpu/acme/one            | abacus/acme/one           | unknown_hardware_type | hardware.type",
                "\"occurred_at\"         | \"occured_at\"            | unreadable | occured_at",
                "2026-02                 | 2029-02                   | future_timestamp | occurred_at",
                "\"runtime\":\"tflite\"  | \"threads\":1             | missing_identity | configuration.runtime",
                "\"kind\":\"benchmark\"  | \"kind\":\"bench\"        | unreadable | kind",
                "\"version\":\"v1\"      | \"event_id\":\"mine\"     | invalid_event_id | event_id",
            })
    void aRejectionSaysReasonFieldAndFix(String good, String bad, String reason, String field) {
        var answer = rig.post(RESULTS, JSON, Sent.result(1).replace(good, bad));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("all_rejected");
        assertThat(answer.each("reason")).containsExactly(reason);
        assertThat(answer.each("field")).containsExactly(field);
        assertThat(answer.each("fix")).doesNotContain("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"model\":\"m1\",",
                "\"hardware\":{\"id\":\"cpu/acme/one\"},",
                "\"id\":\"cpu/acme/one\"",
                "\"occurred_at\":\"2026-02-02T10:00:00Z\","
            })
    void nobodyIsToldToUseOptionsThatAreACommandsOnly(String missing) {
        var record = Sent.result(1);
        assertThat(record).contains(missing);

        var answer = rig.post(RESULTS, JSON, record.replace(missing, ""));

        assertThat(answer.each("reason")).containsExactly("missing_identity");
        assertThat(answer.each("detail")).allMatch(detail -> !detail.contains("--"));
    }

    @Test
    void anEmptyBodyIsNoPublication() {
        assertThat(rig.post(RESULTS, JSON, "").text("code")).isEqualTo("unreadable");
        assertThat(rig.post(RESULTS, NDJSON, "\n\n").status()).isEqualTo(422);
        assertThat(rig.post(RESULTS, JSON, "[]").status()).isEqualTo(422);
    }

    @Test
    void aRetriedRequestMakesNoSecondEvent() {
        var first = rig.post(RESULTS, NDJSON, Sent.lines(3));
        var second = rig.post(RESULTS, NDJSON, Sent.lines(3));

        assertThat(second.each("event_id")).isEqualTo(first.each("event_id"));
    }

    @Test
    void aRetryWithItsKeyMakesNoSecondEventAndAnotherKeyDoes() {
        var key = "Idempotency-Key";
        var same = String.join("\n", Collections.nCopies(2, Sent.result(1)));

        var first = rig.post(RESULTS, NDJSON, same, key, "a");
        var again = rig.post(RESULTS, NDJSON, same, key, "a");
        var other = rig.post(RESULTS, NDJSON, same, key, "b");

        assertThat(again.each("event_id")).isEqualTo(first.each("event_id"));
        assertThat(first.each("event_id")).doesNotHaveDuplicates();
        assertThat(other.each("event_id")).doesNotContainAnyElementsOf(first.each("event_id"));
    }

    @Test
    void aKeyUsedForOtherContentMakesOtherEvents() {
        var first = rig.post(RESULTS, JSON, Sent.result(1), "Idempotency-Key", "a");
        var other = rig.post(RESULTS, JSON, Sent.result(2), "Idempotency-Key", "a");

        assertThat(other.each("event_id")).isNotEqualTo(first.each("event_id"));
    }

    @Test
    void aGivenEventIdStaysWhateverTheKey() {
        var id = "018f3e4e-7f00-7abc-8def-0123456789ab";
        var record = Sent.result(1).replace("{\"kind\"", "{\"event_id\":\"" + id + "\",\"kind\"");

        var answer = rig.post(RESULTS, JSON, record, "Idempotency-Key", "a");

        assertThat(answer.each("event_id")).containsExactly(id);
    }

    @Test
    void whatSaysNothingOfItsSourceCameThroughTheGateway() {
        rig.post(RESULTS, JSON, Sent.result(1));

        assertThat(rig.kept().get(0).envelope().source().kind().wireName()).isEqualTo("gateway");
    }
}
