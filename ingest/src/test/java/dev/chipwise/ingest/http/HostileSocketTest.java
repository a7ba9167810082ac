package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of requests that nobody should send, through a live socket. */
@Timeout(180)
class HostileSocketTest {

    private static final int BODIES = 4_000;
    private static final int NOISES = 1_000;

    private final Rig rig = Rig.open();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void everyBodyGetsAnAnswerThatTheContractAllows() {
        var mutations = new Mutations(42);
        long accepted = 0;
        for (int i = 0; i < BODIES; i++) {
            var body = mutations.next();
            var headers =
                    body.encoding().isEmpty()
                            ? new String[0]
                            : new String[] {"Content-Encoding", body.encoding()};
            var answer = rig.post(body.route().path(), body.type(), body.bytes(), headers);
            assertThat(answer.status()).as("%s", answer).isIn(202, 413, 422);
            accepted += answer.json().path("accepted").asLong(0);
        }
        assertThat((long) rig.kept().size()).isEqualTo(accepted);
    }

    @Test
    void noiseInsteadOfHttpIsAnsweredOrClosedAndBreaksNothing() throws IOException {
        var random = new SplittableRandom(7);
        for (int i = 0; i < NOISES; i++) {
            send(request(random));
        }
        assertThat(rig.post("/v1/results", "application/json", Sent.result(1)).status())
                .isEqualTo(202);
    }

    /** Noise, or a request whose head has some in it. */
    private static byte[] request(SplittableRandom random) {
        var noise = new byte[1 + random.nextInt(300)];
        random.nextBytes(noise);
        if (random.nextBoolean()) {
            return noise;
        }
        var head =
                "POST /v1/results HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nfff\r\n{\"kind\":\r\n0\r\n\r\n";
        var bytes = head.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(noise, 0, bytes, random.nextInt(bytes.length), 1);
        return bytes;
    }

    /** Returns when the gateway has said its last word or closed the connection. */
    private void send(byte[] request) throws IOException {
        try (var socket = new Socket("127.0.0.1", rig.gateway().port())) {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (SocketException closed) {
            return; // As it may, while more is being sent.
        }
    }
}
