package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every fault does what it says to a server that answers with what it hears. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class FaultProxyTest {

    private static final int NOTHING_COMES_MS = 200;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocket echo;
    private FaultProxy proxy;

    @BeforeEach
    void startEcho() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        proxy = FaultProxy.before(echo.getLocalPort());
        threads.execute(this::serve);
    }

    @AfterEach
    void stopEcho() throws IOException {
        proxy.close();
        echo.close();
        threads.shutdownNow();
    }

    @Test
    void carriesEverythingBothWaysToTheEnd() throws IOException {
        var sent = new byte[1 << 20];
        Arrays.fill(sent, (byte) 7);
        try (var client = connect()) {
            var hearing = CompletableFuture.supplyAsync(() -> hear(client), threads);
            client.getOutputStream().write(sent);
            client.shutdownOutput();

            assertThat(hearing.join()).isEqualTo(sent);
        }
    }

    @Test
    void slowsEveryPiece() throws IOException {
        try (var client = connect()) {
            ask(client, 1);
            proxy.slow(Duration.ofMillis(60));

            long before = System.nanoTime();
            ask(client, 1);

            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(120));
        }
    }

    @Test
    void cutsInTheMiddleOfWhatIsCarried() throws IOException {
        try (var client = connect()) {
            proxy.cutAfter(1_000);
            client.getOutputStream().write(new byte[1_500]);

            assertThatThrownBy(() -> client.getInputStream().readNBytes(1_500))
                    .isInstanceOf(SocketException.class);
        }
        proxy.heal();
        try (var next = connect()) {
            assertThat(ask(next, 100)).hasSize(100);
        }
    }

    @Test
    void swallowsWhileHalfOpenAndEndsWhatLostSomethingWhenHealed() throws IOException {
        try (var before = connect();
                var untouched = connect()) {
            ask(before, 1);
            ask(untouched, 1);
            proxy.halfOpen();

            assertSilent(before);
            try (var during = connect()) {
                assertSilent(during);
            }
            proxy.heal();

            assertThatThrownBy(() -> before.getInputStream().read())
                    .isInstanceOf(SocketException.class);
            assertThat(ask(untouched, 10)).hasSize(10);
        }
    }

    @Test
    void resetsOldAndNewConnectionsUntilHealed() throws IOException {
        try (var before = connect()) {
            ask(before, 1);
            proxy.reset();

            assertThatThrownBy(() -> before.getInputStream().read())
                    .isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> ask(connect(), 1)).isInstanceOf(SocketException.class);
        }
        proxy.heal();
        try (var after = connect()) {
            assertThat(ask(after, 1)).hasSize(1);
        }
    }

    private static void assertSilent(Socket client) throws IOException {
        client.setSoTimeout(NOTHING_COMES_MS);
        assertThatThrownBy(() -> ask(client, 1)).isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout(0);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static byte[] ask(Socket client, int bytes) throws IOException {
        client.getOutputStream().write(new byte[bytes]);
        return client.getInputStream().readNBytes(bytes);
    }

    private static byte[] hear(Socket client) {
        try {
            return client.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                var client = echo.accept();
                threads.execute(() -> answer(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void answer(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException gone) {
            // The client has heard of it.
        }
    }
}
