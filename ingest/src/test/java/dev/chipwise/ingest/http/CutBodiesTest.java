package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A body that cannot be read to its end is answered with why, not with a guess. */
@Timeout(30)
class CutBodiesTest {

    private final Rig rig = Rig.open();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aMalformedChunkIsNoMatterOfTime() throws IOException {
        var said = answer("Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n");

        assertThat(said).startsWith("HTTP/1.1 400").doesNotContain("arrive within");
    }

    @Test
    void aMalformedChunkBehindGoodOnesIsSaid() throws IOException {
        var said = answer("Transfer-Encoding: chunked\r\n\r\n2\r\n{ \r\nxyz\r\n}\r\n0\r\n\r\n");

        assertThat(said)
                .startsWith("HTTP/1.1 400")
                .contains("bad_request", "a chunk of it is malformed")
                .doesNotContain("arrive within");
    }

    @Test
    void aConnectionThatIsClosedTooEarlyIsSaid() throws IOException {
        var said = answer("Content-Length: 500\r\n\r\n{}");

        assertThat(said)
                .startsWith("HTTP/1.1 400")
                .contains("bad_request", "the connection ended before the body")
                .doesNotContain("arrive within");
    }

    private String answer(String rest) throws IOException {
        try (var socket = new Socket("127.0.0.1", rig.gateway().port())) {
            var head =
                    "POST /v1/results HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/json\r\n";
            socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
