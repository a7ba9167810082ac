package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too much, too deep, too slow or not ours; none of it costs more than its limit. */
@Timeout(60)
class GatewayLimitsTest {

    private static final String RESULTS = "/v1/results";
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    private final Rig rig = Rig.with(Rig.limits(5, Duration.ofSeconds(2)));

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void moreRecordsThanARequestMayHaveAreNotRead() {
        var answer = rig.post(RESULTS, NDJSON, Sent.lines(8));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("fix")).contains("another request");
        assertThat(answer.each("event_id")).hasSize(5).isEqualTo(rig.keptIds());
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsNotReadAtAll() {
        var answer = rig.post(RESULTS, NDJSON, Sent.lines(8000));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("code")).isEqualTo("too_large");
        assertThat(rig.kept()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void aBombIsNotUnpacked(String encoding, byte[] bomb) {
        var answer = rig.post(RESULTS, NDJSON, bomb, "Content-Encoding", encoding);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("detail")).containsAnyOf("grew more than 50 times", "unpacked");
    }

    static Stream<Arguments> bombs() {
        var blanks = " ".repeat(64 << 20).getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                Arguments.of("gzip", Sent.gzip(blanks)), Arguments.of("zstd", Sent.zstd(blanks)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void aRecordThatIsPassedOverCountsLikeAnyOther(String encoding) {
        var body = ByteBuffer.allocate(9 << 20).putInt(0, 9 << 20).array();
        var sent = encoding.equals("gzip") ? Sent.gzip(body) : body;
        var request =
                HttpRequest.newBuilder(rig.at(RESULTS))
                        .header("Content-Type", "application/vnd.chipwise.avro-frames")
                        .header("Content-Encoding", encoding)
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(sent)))
                        .build();

        var answer = rig.send(request);

        assertThat(answer.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void whatIsNotCompressedAsItSaysIsUnreadable(String encoding) {
        var answer = rig.post(RESULTS, JSON, Sent.result(1), "Content-Encoding", encoding);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("not what " + encoding + " makes");
    }

    @Test
    void anEmptyBodyIsNotPackedAndSaysSo() {
        var answer = rig.post(RESULTS, JSON, "", "Content-Encoding", "gzip");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail"))
                .isEqualTo("the body is not what gzip makes: it ends too early");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void aCompressedBodyThatEndsTooEarlyIsUnreadable(String encoding) {
        var whole = Sent.lines(3).getBytes(StandardCharsets.UTF_8);
        var packed = encoding.equals("gzip") ? Sent.gzip(whole) : Sent.zstd(whole);
        var half = Arrays.copyOf(packed, packed.length - 12);

        var answer = rig.post(RESULTS, NDJSON, half, "Content-Encoding", encoding);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip"})
    void otherCompressionsAreNamedAsUnsupported(String encoding) {
        var answer = rig.post(RESULTS, JSON, Sent.result(1), "Content-Encoding", encoding);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Accept-Encoding")).contains("gzip, zstd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=latin1"
            })
    void otherContentTypesAreNamedAsUnsupported(String type) {
        var answer = rig.post(RESULTS, type, Sent.result(1));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("fix")).contains("application/x-ndjson");
        assertThat(answer.text("field")).isEqualTo("header Content-Type");
    }

    @Test
    void nestingIsBounded() {
        var deep = "[".repeat(2000) + "]".repeat(2000);
        var record =
                Sent.result(1).replace("\"version\":\"v1\"", "\"labels\":{\"a\":" + deep + "}");

        var answer = rig.post(RESULTS, JSON, record);

        assertThat(answer.each("reason")).containsExactly("oversized");
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, NDJSON})
    void theFieldsOfARecordAreBounded(String type) {
        var many = "0,".repeat(250_000) + "0";
        var record =
                Sent.result(1).replace("\"version\":\"v1\"", "\"raw_latencies_ms\":[" + many + "]");

        var answer = rig.post(RESULTS, type, record);

        assertThat(answer.each("reason")).containsExactly("oversized");
        assertThat(answer.each("detail")).first().asString().contains("200000 names and values");
    }

    @Test
    void aHugeHeaderIsCutOff() {
        var answer = rig.post(RESULTS, JSON, Sent.result(1), "X-Much", "a".repeat(64 << 10));

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.text("code")).isEqualTo("headers_too_large");
    }

    @Test
    void aKeyOfThousandsOfCharactersIsRefused() {
        var answer = rig.post(RESULTS, JSON, Sent.result(1), "Idempotency-Key", "k".repeat(1000));

        assertThat(answer.text("code")).isEqualTo("invalid_idempotency_key");
    }

    @Test
    void aBodyThatComesTooSlowlyIsCutOff() throws IOException {
        try (var socket = new Socket("127.0.0.1", rig.gateway().port())) {
            var out = socket.getOutputStream();
            out.write(head("Content-Length: 100000").getBytes(StandardCharsets.US_ASCII));
            var dripping = new Thread(() -> drip(socket));
            dripping.start();

            var said = new String(socket.getInputStream().readNBytes(12));

            assertThat(said).isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    void aHeadThatComesTooSlowlyIsCutOff() throws IOException {
        try (var socket = new Socket("127.0.0.1", rig.gateway().port())) {
            socket.getOutputStream()
                    .write("GET /livez HTTP/1.1\r\nX-A: ".getBytes(StandardCharsets.US_ASCII));
            new Thread(() -> drip(socket)).start();

            assertThat(endsWithoutAnAnswer(socket)).isTrue();
        }
    }

    private static boolean endsWithoutAnAnswer(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void aBodyThatLiesAboutItsLengthBreaksNothing() throws IOException {
        try (var socket = new Socket("127.0.0.1", rig.gateway().port())) {
            var out = socket.getOutputStream();
            out.write((head("Content-Length: 500") + "{}").getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
        assertThat(rig.post(RESULTS, JSON, Sent.result(1)).status()).isEqualTo(202);
    }

    private static String head(String header) {
        return "POST /v1/results HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + header
                + "\r\n\r\n";
    }

    /** One blank at a time, until nobody listens any more. */
    private static void drip(Socket socket) {
        try {
            while (!socket.isClosed()) {
                socket.getOutputStream().write(' ');
                LockSupport.parkNanos(20_000_000);
            }
        } catch (IOException cutOff) {
            return;
        }
    }
}
