package dev.chipwise.deploy.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * An {@link EmbeddedBroker} in a child process on the same Java and classpath, so that it does not
 * share the parent's heap. It stops when closed and when the parent dies, however that happens.
 */
public final class BrokerProcess implements AutoCloseable {

    static final String REFUSED = "refused: ";

    private static final int FIRST_JAVA_THAT_WARNS_OF_NATIVE_CODE = 24;
    private static final Duration ORDERLY_STOP = Duration.ofSeconds(20);

    private final Process child;

    /**
     * Asked for once: each {@link Process#onExit} is done only some time after it was asked for.
     */
    private final CompletableFuture<Integer> exit;

    private final String address;

    private BrokerProcess(Process child, String address) {
        this.child = child;
        this.exit = child.onExit().thenApply(Process::exitValue);
        this.address = address;
    }

    /**
     * Returns when the broker has answered a request.
     *
     * @param port that clients must find, or 0 for the remembered or a free one
     * @param patience for all of it
     * @throws BrokerStartException when it does not start; the message says why or where to look
     */
    public static BrokerProcess start(Path directory, int port, Duration patience) {
        var log = directory.resolve("broker.log");
        var child = spawn(directory, port, log);
        var started = false;
        try {
            var broker = new BrokerProcess(child, awaitAddress(child, log, patience));
            broker.awaitAnswer(log, patience);
            started = true;
            return broker;
        } finally {
            if (!started) {
                child.destroyForcibly();
            }
        }
    }

    public String bootstrapServers() {
        return address;
    }

    public long pid() {
        return child.pid();
    }

    /** Completes with the exit code when the broker is gone, whoever ended it. */
    public CompletableFuture<Integer> onExit() {
        return exit;
    }

    /** Stops in order; only a broker that does not is killed. */
    @Override
    public void close() {
        try {
            child.getOutputStream().close();
            if (!child.waitFor(ORDERLY_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (IOException alreadyGone) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it as a power cut to the process would: nothing is flushed, nothing is said. */
    public void kill() {
        child.destroyForcibly();
        exit.join();
    }

    private static Process spawn(Path directory, int port, Path log) {
        try {
            Files.createDirectories(directory);
            return new ProcessBuilder(command(directory, port))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new BrokerStartException("Cannot start a broker in " + directory + ": " + e, e);
        }
    }

    private static List<String> command(Path directory, int port) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xmx512m");
        words.add("-XX:+ExitOnOutOfMemoryError");
        if (Runtime.version().feature() >= FIRST_JAVA_THAT_WARNS_OF_NATIVE_CODE) {
            words.add("--enable-native-access=ALL-UNNAMED");
            words.add("--sun-misc-unsafe-memory-access=allow");
        }
        words.add("-cp");
        words.add(System.getProperty("java.class.path"));
        words.add(BrokerMain.class.getName());
        words.add(directory.toAbsolutePath().toString());
        words.add(Integer.toString(port));
        return words;
    }

    private static String awaitAddress(Process child, Path log, Duration patience) {
        var line = CompletableFuture.supplyAsync(() -> firstLine(child));
        try {
            var said = line.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (said.startsWith(REFUSED)) {
                throw new BrokerStartException(said.substring(REFUSED.length()));
            }
            if (said.isEmpty()) {
                throw new BrokerStartException("The broker ended while starting; see " + log);
            }
            return said;
        } catch (TimeoutException | ExecutionException e) {
            throw new BrokerStartException(
                    "The broker did not start within "
                            + patience.toSeconds()
                            + " s; is the machine busy? Start it again, or see "
                            + log,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerStartException("Interrupted while the broker started", e);
        }
    }

    private static String firstLine(Process child) {
        var reader =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        try {
            var line = reader.readLine();
            return line == null ? "" : line;
        } catch (IOException closed) {
            return "";
        }
    }

    private void awaitAnswer(Path log, Duration patience) {
        Map<String, Object> settings =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        address,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) patience.toMillis());
        try (var admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new BrokerStartException("The broker does not answer; see " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerStartException("Interrupted while the broker started", e);
        }
    }
}
