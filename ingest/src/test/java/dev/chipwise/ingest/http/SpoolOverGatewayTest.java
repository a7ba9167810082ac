package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.ingest.publish.ResultSamples;
import dev.chipwise.ingest.publish.RetryPause;
import dev.chipwise.ingest.publish.SpoolingPublisher;
import dev.chipwise.ingest.publish.spool.Spool;
import dev.chipwise.schemas.domain.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A spool in front of a gateway that is away, or does not want what it is sent. */
@Timeout(60)
class SpoolOverGatewayTest {

    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final long LARGE = 1 << 24;

    @TempDir private Path directory;

    @Test
    void whatIsSpooledWhileTheGatewayIsAwayArrivesInOrderWhenItIsBack() throws IOException {
        var away = "http://127.0.0.1:" + unusedPort();
        publish(0, 700, () -> GatewayPublisher.to(away, Optional.empty(), PATIENCE));
        try (var rig = Rig.with(Limits.DEFAULT)) {
            publish(700, 710, () -> to(rig));

            assertThat(rig.kept()).isEqualTo(results(0, 710));
        }
    }

    @Test
    void aTokenThatIsMissingStopsNothingFromBeingSpooled() {
        var tokens = new TokenFile(directory.resolve("tokens"));
        tokens.create("t", EnumSet.of(Scope.PUBLISH), ResultSamples.NOW, new SecureRandom());
        try (var closed = Rig.withTokens(tokens.path(), true, 100);
                var open = Rig.with(Limits.DEFAULT)) {
            var why = publish(0, 1_300, () -> to(closed));
            publish(1_300, 1_301, () -> to(open));

            assertThat(why).hasValueSatisfying(text -> assertThat(text).contains("HTTP 401"));
            assertThat(open.kept()).isEqualTo(results(0, 1_301));
        }
    }

    private Optional<String> publish(int from, int end, Supplier<Publisher> target) {
        var spool = Spool.open(directory.resolve("spool"), LARGE);
        var pause = new RetryPause(Duration.ofHours(1), System::nanoTime);
        try (var publisher = new SpoolingPublisher(spool, target, Rig.RULES, pause)) {
            results(from, end).forEach(publisher::publish);
            publisher.flush();
            return publisher.whyAway();
        }
    }

    private static Publisher to(Rig rig) {
        return GatewayPublisher.to(rig.gateway().url(), Optional.empty(), Duration.ofSeconds(20));
    }

    private static List<Event> results(int from, int end) {
        return IntStream.range(from, end).<Event>mapToObj(ResultSamples::result).toList();
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
