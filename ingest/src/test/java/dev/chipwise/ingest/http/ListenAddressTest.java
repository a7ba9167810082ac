package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.ingest.publish.InMemoryPublisher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a gateway listens. */
class ListenAddressTest {

    @ParameterizedTest
    @CsvSource({
        "8484, 127.0.0.1, 8484, true",
        "127.0.0.1:0, 127.0.0.1, 0, true",
        "localhost:1, localhost, 1, true",
        "[::1]:2, [::1], 2, true",
        "0.0.0.0:8484, 0.0.0.0, 8484, false",
        "192.0.2.1:3, 192.0.2.1, 3, false"
    })
    void isAPortOrAHostWithOne(String text, String host, int port, boolean loopback) {
        var address = ListenAddress.parse(text);

        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.isLoopback()).isEqualTo(loopback);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "host:", ":", ":8484", "host:70000", "host:-1"})
    void anythingElseIsWrongSetup(String text) {
        assertThatThrownBy(() -> ListenAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HOST:PORT");
    }

    @Test
    void aTakenPortIsAnotherWhereNobodyChoseItAndWrongSetupWhereSomebodyDid() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            try (var gateway = start(new ListenAddress("127.0.0.1", port, false))) {
                assertThat(gateway.port()).isNotEqualTo(port).isPositive();
            }
            assertThatThrownBy(() -> start(ListenAddress.parse("" + port)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("choose another --listen");
        }
    }

    private static Gateway start(ListenAddress address) {
        return Gateway.start(
                new GatewaySettings(
                        address, false, Optional.empty(), Optional.empty(), Limits.DEFAULT),
                new TokenFile(Path.of("no-tokens")),
                InMemoryPublisher.keeping(Rig.RULES),
                Rig.CATALOG,
                GatewayListener.NONE);
    }
}
