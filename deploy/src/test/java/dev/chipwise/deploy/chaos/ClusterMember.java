package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chipwise.deploy.broker.ClusterNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One broker of a {@link KafkaCluster}, a process of its own. Clients and the other brokers reach
 * it through doors, and it reaches the other controllers through gates, so that it can be cut off.
 */
final class ClusterMember {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final int id;
    private final Path directory;

    /** Held until it starts, so that nobody else is given its ports meanwhile. */
    private final ServerSocket held = anyPort();

    private final ServerSocket controllerHeld = anyPort();
    private final int port = held.getLocalPort();
    private final int controllerPort = controllerHeld.getLocalPort();
    private final FaultProxy door = FaultProxy.before(port);
    private final FaultProxy controllerDoor = FaultProxy.before(controllerPort);
    private final List<FaultProxy> gates = new ArrayList<>();
    private Path settings;
    private Path log;
    private Process process;

    ClusterMember(int id, Path directory) {
        this.id = id;
        this.directory = directory;
    }

    int id() {
        return id;
    }

    String address() {
        return "127.0.0.1:" + door.port();
    }

    /** The way of all its clients, which the other brokers are too. */
    FaultProxy door() {
        return door;
    }

    /** Tells it of everybody; to be called once, before it is started. */
    void meet(List<ClusterMember> all) throws IOException {
        var voters = all.stream().map(this::voter).collect(Collectors.joining(","));
        settings =
                ClusterNode.settle(
                        directory,
                        new ClusterNode.Place(
                                id,
                                port,
                                controllerPort,
                                door.port(),
                                controllerDoor.port(),
                                voters));
    }

    private String voter(ClusterMember other) {
        int its = other.controllerPort;
        if (other != this) {
            var gate = FaultProxy.before(other.controllerDoor.port());
            gates.add(gate);
            its = gate.port();
        }
        return other.id + "@127.0.0.1:" + its;
    }

    /** Starts it, and returns before it serves. */
    void start() throws IOException {
        letGo();
        log = Files.createTempFile(directory, "node", ".log");
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx384m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ClusterNode.class.getName(),
                                settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
    }

    void awaitServing() {
        await().atMost(PATIENCE)
                .failFast(() -> assertThat(process.isAlive()).as(said()).isTrue())
                .until(() -> said().contains(ClusterNode.SERVES));
    }

    /** Ends it as a power cut to the process would. */
    void kill() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** Asks it to hand over what it leads and to end. */
    void stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** Nobody hears anything of it any more, and it does not hear from any controller. */
    void cutOff() {
        ways().forEach(FaultProxy::halfOpen);
    }

    void heal() {
        ways().forEach(FaultProxy::heal);
    }

    void close() {
        letGo();
        kill();
        ways().forEach(FaultProxy::close);
    }

    private void letGo() {
        try {
            held.close();
            controllerHeld.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<FaultProxy> ways() {
        return Stream.concat(Stream.of(door, controllerDoor), gates.stream());
    }

    private String said() throws IOException {
        return Files.readString(log);
    }

    private static ServerSocket anyPort() {
        try {
            return new ServerSocket(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
