package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More clients at once than the gateway has threads. */
@Timeout(60)
class GatewayCrowdTest {

    private static final String REQUEST =
            "POST /v1/results HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 2\r\n\r\n{}";

    @Test
    void everybodyGetsAnAnswerHoweverManyComeAtOnce() throws IOException {
        var sockets = new ArrayList<Socket>();
        try (var patient = Rig.with(Limits.DEFAULT)) {
            for (int i = 0; i < 800; i++) {
                sockets.add(new Socket("127.0.0.1", patient.gateway().port()));
            }
            var request = REQUEST.getBytes(StandardCharsets.US_ASCII);
            for (var socket : sockets) {
                socket.getOutputStream().write(request);
            }
            for (var socket : sockets) {
                var said = new String(socket.getInputStream().readNBytes(9));
                assertThat(said).isEqualTo("HTTP/1.1 ");
                socket.close();
            }
        }
    }
}
