package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.chipwise.ingest.http.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The publisher alone, unpacked in a folder of its own, against a real gateway and broker. */
class ThinPublisherIT {

    private static final Path ARCHIVE =
            Path.of("../ingest/target/chipwise-publish.tar.gz").toAbsolutePath().normalize();
    private static final long MOST_BYTES = 25_000_000;

    /** What a JRE has of the JDK that the tests run on. */
    private static final String A_JRE = "--limit-modules=java.se,jdk.unsupported";

    @TempDir private static Path directory;

    private static BrokerWithGateway running;
    private static String token;
    private static Path home;

    private record Ended(int code, String out, String err) {}

    @BeforeAll
    static void start() throws Exception {
        assertThat(ARCHIVE).as("made by mvn -pl ingest -am package").exists();
        home = unpackedIn("unpacked");
        token = new Desk(directory).run("token", "create", "thin").out().strip();
        running = new BrokerWithGateway(directory, true, Limits.DEFAULT);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void itIsSmallAndHasNoBrokerStoreOrServer() throws IOException {
        try (var files = Files.walk(home)) {
            var jars = files.filter(Files::isRegularFile).toList();
            var bytes =
                    jars.stream()
                            .filter(file -> !file.toString().endsWith(".jsa"))
                            .mapToLong(ThinPublisherIT::size)
                            .sum();

            assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
            assertThat(jars)
                    .extracting(file -> file.getFileName().toString())
                    .noneMatch(
                            name ->
                                    name.matches(
                                            "(rocksdb|duckdb|jetty|javalin|kotlin|kafka-streams"
                                                    + "|kafka-server|scala|logback|micrometer).*"));
        }
    }

    @Test
    void itSaysItsVersionAndNothingElse() throws Exception {
        var answer = publisher("--version");

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).startsWith("chipwise-publish ").contains("kafka ", "avro ");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void itValidatesWithoutABroker() throws Exception {
        var answer = publisher("validate", file("valid.jsonl", GatewayCaller.lines(10, 3)));

        assertThat(answer).isEqualTo(new Ended(0, "3 valid, 0 rejected\n", ""));
    }

    @Test
    void itPublishesThroughAGatewayAndTheBrokerKeepsIt() throws Exception {
        int before = running.keptIds().size();
        var tokenFile = file("token", token);

        var answer =
                publisher(
                        "publish",
                        file("results.jsonl", GatewayCaller.lines(100, 7)),
                        "--gateway",
                        running.url(),
                        "--token-file",
                        tokenFile);

        assertThat(answer).isEqualTo(new Ended(0, "7 accepted, 0 rejected\n", ""));
        assertThat(running.keptIds()).hasSize(before + 7);
    }

    @Test
    void itPublishesToTheBrokerAndTagsAVersion() throws Exception {
        int before = running.keptIds().size();
        var broker = running.cluster().bootstrapServers();
        var results = file("straight.jsonl", GatewayCaller.lines(200, 2));

        var published = publisher("publish", results, "--bootstrap-server", broker);
        var added = publisher("version", "add", "thin", "v1", "--bootstrap-server", broker);
        var again = publisher("version", "add", "thin", "v1", "--bootstrap-server", broker);

        assertThat(published).isEqualTo(new Ended(0, "2 accepted, 0 rejected\n", ""));
        assertThat(running.keptIds()).hasSize(before + 2);
        assertThat(added).isEqualTo(new Ended(0, "registered thin v1\n", ""));
        assertThat(again.out()).isEqualTo("thin v1 was registered before\n");
    }

    @Test
    void withNothingButAJavaAroundItSpoolsOfflineAndSendsOnceOnline() throws Exception {
        // Given
        var clean = unpackedIn("clean");
        var port = Integer.toString(freePort());
        var results = file("later.jsonl", GatewayCaller.lines(500, 5));
        var there =
                new String[] {
                    "--gateway",
                    "http://127.0.0.1:" + port,
                    "--token-file",
                    file("later.token", token),
                    "--spool",
                    "spool"
                };
        var before = running.keptIds();

        // When
        var offline = alone(clean, there, "publish", results);
        var spooled = SpooledIds.in(clean.resolve("spool"));
        var keptOffline = running.keptIds();
        Ended online;
        try (var gateway = running.gatewayAt(port)) {
            assertThat(gateway.isReady()).isTrue();
            online = alone(clean, there, "spool", "flush");
        }

        // Then
        assertThat(offline.code()).isZero();
        assertThat(offline.out()).isEqualTo("0 accepted, 0 rejected, 5 spooled\n");
        assertThat(offline.err()).contains("5 in the spool spool: safe", "not yet published");
        assertThat(keptOffline).isEqualTo(before);
        assertThat(online).isEqualTo(new Ended(0, "5 accepted, 0 rejected, 0 spooled\n", ""));
        assertThat(spooled).hasSize(5).doesNotHaveDuplicates();
        assertThat(running.keptIds())
                .hasSize(before.size() + 5)
                .containsAll(before)
                .containsAll(spooled);
    }

    @Test
    void whatItCannotDoIsSaidBeforeAnythingIsPublished() throws Exception {
        var results = file("nowhere.jsonl", GatewayCaller.lines(300, 1));

        var nowhere = publisher("publish", results);
        var waiting = publisher("publish", results, "--wait", "--bootstrap-server", "h:1");

        assertThat(nowhere.code()).isEqualTo(ExitCode.USAGE);
        assertThat(nowhere.err()).contains("--gateway URL", "--bootstrap-server");
        assertThat(waiting.code()).isEqualTo(ExitCode.USAGE);
        assertThat(waiting.err()).contains("--wait needs 'chipwise'");
    }

    @Test
    void trainedItSaysTheSame() throws Exception {
        var before = publisher("formats");

        var training = run(home, Map.of(), home.resolve("bin/chipwise-publish-train").toString());

        assertThat(training).isEqualTo(new Ended(0, "", ""));
        assertThat(home.resolve("lib/classes-" + Runtime.version().feature() + ".jsa")).exists();
        assertThat(publisher("formats")).isEqualTo(before);
    }

    @Test
    void theStepForGithubActionsPublishesWithTheTokenOfASecret() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not installed");
        int before = running.keptIds().size();
        var results = file("step one.jsonl", GatewayCaller.lines(400, 4));
        var summary = directory.resolve("summary.md");
        var inputs =
                Map.of(
                        "DISTRIBUTION", ARCHIVE.toString(),
                        "SHA256", sha256(ARCHIVE),
                        "FILES", results + "\n",
                        "GATEWAY", running.url(),
                        "TOKEN", token,
                        "OPTIONS", "--model-version=v1\n--quiet",
                        "RUNNER_TEMP", directory.toString(),
                        "GITHUB_STEP_SUMMARY", summary.toString());

        var answer = run(home, inputs, "/bin/bash", step());
        var wrong = run(home, with(inputs, "SHA256", "0".repeat(64)), "/bin/bash", step());

        assertThat(answer).isEqualTo(new Ended(0, "4 accepted, 0 rejected\n", ""));
        assertThat(running.keptIds()).hasSize(before + 4);
        assertThat(Files.readString(summary)).contains("**4 accepted, 0 rejected**");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out()).contains("is not the file that sha256 names");
    }

    private static Path unpackedIn(String name) throws Exception {
        var folder = Files.createDirectory(directory.resolve(name));
        assertThat(run(folder, Map.of(), "tar", "xzf", ARCHIVE.toString()).code()).isZero();
        return folder.resolve("chipwise-publish");
    }

    /** Where no program can be found but those that the script calls; there is not even a git. */
    private static Ended alone(Path clean, String[] options, String... words) throws Exception {
        var tools = Files.createDirectories(clean.resolve("tools"));
        for (var tool : List.of("readlink", "sed")) {
            var text = "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n";
            Files.setPosixFilePermissions(
                    Files.writeString(tools.resolve(tool), text),
                    PosixFilePermissions.fromString("rwx------"));
        }
        var command = new ArrayList<>(List.of(clean.resolve("bin/chipwise-publish").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of(options));
        var around = Map.of("PATH", tools.toString(), "CHIPWISE_JAVA_OPTS", A_JRE);
        return run(clean, around, command.toArray(String[]::new));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String step() {
        return Path.of("ci/github/publish.sh").toAbsolutePath().toString();
    }

    private static Map<String, String> with(Map<String, String> inputs, String name, String value) {
        var changed = new TreeMap<>(inputs);
        changed.put(name, value);
        return changed;
    }

    private static Ended publisher(String... words) throws Exception {
        var command = new ArrayList<>(List.of(home.resolve("bin/chipwise-publish").toString()));
        command.addAll(List.of(words));
        return run(home, Map.of(), command.toArray(String[]::new));
    }

    /** Runs it with nothing but a Java and the system's own programs around it. */
    private static Ended run(Path folder, Map<String, String> variables, String... command)
            throws IOException, InterruptedException {
        var out = Files.createTempFile(directory, "run", ".out");
        var err = Files.createTempFile(directory, "run", ".err");
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(variables);
        var process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("%s ends", command[0]).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text + "\n").toString();
    }

    private static String sha256(Path file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
