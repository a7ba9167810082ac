package dev.chipwise.deploy.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {

    private static final Post TWO = new Post(new byte[0], List.of("a", "b"));

    @Test
    void readsAnAnswerOfKnownLengthAndNothingBehindIt() throws IOException {
        var in = stream("HTTP/1.1 202 Accepted\r\ncontent-length: 4\r\n\r\nbodyHTTP");

        var answer = HttpAnswer.read(in);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).asString().isEqualTo("body");
        assertThat(in.readAllBytes()).asString().isEqualTo("HTTP");
    }

    @Test
    void putsAnAnswerTogetherThatComesInChunks() throws IOException {
        var in =
                stream(
                        "HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "3\r\nbod\r\nA\r\ny and more\r\n0\r\n\r\nHTTP");

        assertThat(HttpAnswer.read(in).body()).asString().isEqualTo("body and more");
        assertThat(in.readAllBytes()).asString().isEqualTo("HTTP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "HTTP/1.1 202", "HTTP/1.1 202 Accepted\r\nContent-Length: 4\r\n\r\nbo"})
    void aConnectionThatEndsTooEarlyIsNoAnswer(String text) {
        assertThatThrownBy(() -> HttpAnswer.read(stream(text))).isInstanceOf(EOFException.class);
    }

    @Test
    void anAnswerThatAcceptsEachRecordIsGood() {
        var answer = answer(202, 0, records("accepted", "a", "accepted", "b"));

        assertThatCode(() -> answer.requireAccepted(TWO)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "202, accepted, a, rejected, b",
        "202, accepted, b, accepted, a",
        "503, accepted, a, accepted, b",
    })
    void anyOtherAnswerIsRefused(int status, String first, String one, String second, String two) {
        var answer = answer(status, 0, records(first, one, second, two));

        assertThatIllegalStateException()
                .isThrownBy(() -> answer.requireAccepted(TWO))
                .withMessageContaining("HTTP " + status);
    }

    @Test
    void anAnswerThatNamesFewerRecordsIsRefused() {
        var answer = answer(202, 0, "{\"records\":[]}");

        assertThatIllegalStateException().isThrownBy(() -> answer.requireAccepted(TWO));
    }

    @Test
    void comesAgainOnlyWhereNothingWasTakenAndItIsToldWhen() {
        assertThat(answer(503, 1, "{}").isForLater()).isTrue();
        assertThat(answer(429, 1, "{}").isForLater()).isTrue();
        assertThat(answer(503, 0, "{}").isForLater()).isFalse();
        assertThat(answer(422, 1, "{}").isForLater()).isFalse();
        assertThat(answer(503, 1, records("accepted", "a", "unknown", "b")).isForLater()).isFalse();
    }

    @Test
    void readsWhenToComeAgain() throws IOException {
        var in = stream("HTTP/1.1 503 No\r\nRetry-After: 2\r\nContent-Length: 0\r\n\r\n");

        assertThat(HttpAnswer.read(in).retryAfter()).isEqualTo(2);
    }

    private static HttpAnswer answer(int status, int retryAfter, String body) {
        return new HttpAnswer(status, retryAfter, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String records(String first, String one, String second, String two) {
        return "{\"records\":[{\"status\":\""
                + first
                + "\",\"event_id\":\""
                + one
                + "\"},{\"status\":\""
                + second
                + "\",\"event_id\":\""
                + two
                + "\"}]}";
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
