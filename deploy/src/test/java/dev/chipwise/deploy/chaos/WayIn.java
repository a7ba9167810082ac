package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chipwise.deploy.cli.CommandProcess;
import dev.chipwise.deploy.cli.Desk;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Everything between a publisher and the topics, each a process of its own: a broker, a gateway,
 * and a proxy before each of them that can do what networks do.
 */
final class WayIn implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path directory;
    private final ClusterMember broker;
    private final int port;
    private final FaultProxy front;
    private CommandProcess gateway;

    private WayIn(Path directory) throws IOException {
        this.directory = directory;
        broker = new ClusterMember(1, directory.resolve("node"));
        broker.meet(List.of(broker));
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        front = FaultProxy.before(port);
    }

    /** Returns when the topics are there and the gateway takes results. */
    static WayIn open(Path directory) throws IOException {
        var way = new WayIn(directory);
        var opened = false;
        try {
            way.startBroker();
            way.applyTopics();
            way.startGateway();
            opened = true;
            return way;
        } finally {
            if (!opened) {
                way.close();
            }
        }
    }

    /** Where publishers find it; what they send passes the front. */
    String url() {
        return "http://127.0.0.1:" + front.port();
    }

    String bootstrapServers() {
        return broker.address();
    }

    /** Between publishers and the gateway. */
    FaultProxy front() {
        return front;
    }

    /** Between the gateway and the broker. */
    FaultProxy back() {
        return broker.door();
    }

    void killGateway() {
        gateway.kill();
    }

    void killBroker() {
        broker.kill();
    }

    void startBroker() throws IOException {
        broker.start();
        broker.awaitServing();
    }

    /** The next life of one that was killed. */
    void startGateway() throws IOException {
        gateway =
                CommandProcess.start(
                                directory,
                                "run",
                                "gateway",
                                "--listen",
                                Integer.toString(port),
                                "--bootstrap-server",
                                broker.address())
                        .awaitSaying("running; health at");
    }

    /** Nobody hinders anybody any more, and the gateway has lived through all but being killed. */
    void heal() {
        front.heal();
        back().heal();
        assertThat(gateway.isAlive()).as(() -> gateway.said()).isTrue();
    }

    /** Returns when nothing waits in the spool any more. */
    void flush(Path spool) {
        var words = List.of("spool", "flush", "--spool", spool.toString(), "--gateway", url());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            var flushed = desk().run(words.toArray(String[]::new));
                            assertThat(flushed.code()).as(flushed.err()).isZero();
                        });
    }

    Desk desk() {
        return new Desk(directory);
    }

    private void applyTopics() {
        var applied =
                desk().bare(
                                "topics",
                                "apply",
                                "--partitions",
                                "4",
                                "--replication-factor",
                                "1",
                                "--bootstrap-server",
                                broker.address());
        assertThat(applied.code()).as(applied.err()).isZero();
    }

    @Override
    public void close() {
        if (gateway != null) {
            gateway.close();
        }
        front.close();
        broker.close();
    }
}
