package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.publish.ResultSamples;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One sender whose bodies come slowly leaves room for the others. */
@Timeout(30)
class FairSharesTest {

    private static final int MANY = 1_000_000;

    @TempDir private Path directory;

    private TokenFile tokens;

    @BeforeEach
    void makeTokens() {
        tokens = new TokenFile(directory.resolve("tokens"));
    }

    @Test
    void aTokenHasHalfOfThePlacesAndAnotherTheRest() throws IOException {
        var slow = "Bearer " + token("slow");
        var other = "Bearer " + token("other");
        try (var rig = Rig.withTokens(tokens.path(), true, MANY);
                var one = slowRequest(rig, slow);
                var two = slowRequest(rig, slow)) {
            var third = untilRefused(rig, slow);

            assertThat(third.text("code")).isEqualTo("too_many_requests");
            assertThat(third.header("Retry-After")).isPresent();
            assertThat(post(rig, other).status()).isEqualTo(202);
            assertThat(one.isClosed() || two.isClosed()).isFalse();
        }
    }

    @Test
    void aPlaceIsFreeAgainWhenItsRequestIsAnswered() {
        var token = "Bearer " + token("busy");
        try (var rig = Rig.withTokens(tokens.path(), true, MANY)) {
            for (int i = 0; i < 10; i++) {
                assertThat(post(rig, token).status()).isEqualTo(202);
            }
        }
    }

    private static Answer untilRefused(Rig rig, String authorization) {
        var answer = post(rig, authorization);
        while (answer.status() == 202) {
            LockSupport.parkNanos(10_000_000);
            answer = post(rig, authorization);
        }
        assertThat(answer.status()).isEqualTo(429);
        return answer;
    }

    private static Answer post(Rig rig, String authorization) {
        return rig.post(
                "/v1/results", "application/json", Sent.result(1), "Authorization", authorization);
    }

    private static Socket slowRequest(Rig rig, String authorization) throws IOException {
        var socket = new Socket("127.0.0.1", rig.gateway().port());
        var head =
                "POST /v1/results HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                        + authorization
                        + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private String token(String name) {
        return tokens.create(
                name, EnumSet.of(Scope.PUBLISH), ResultSamples.NOW, new SecureRandom());
    }
}
