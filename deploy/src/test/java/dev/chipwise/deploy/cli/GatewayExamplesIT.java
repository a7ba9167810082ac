package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.chipwise.ingest.http.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that people copy work as they are, with a token, against a real gateway. */
class GatewayExamplesIT {

    private static final Path EXAMPLES = Path.of("examples").toAbsolutePath();

    @TempDir private static Path directory;

    private static BrokerWithGateway running;
    private static String token;

    @BeforeAll
    static void start() {
        token = new Desk(directory).run("token", "create", "examples").out().strip();
        running = new BrokerWithGateway(directory, true, Limits.DEFAULT);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void thePhonePublishesOneResultAndSaysWhenItIsRejected() throws Exception {
        int before = running.keptIds().size();

        assertThat(run("sh", "curl", "phone.sh", "m", "v1", "Phone X", "12.5")).isZero();
        assertThat(run("sh", "curl", "phone.sh", "m", "v1", "Phone X", "0")).isEqualTo(4);
        assertThat(running.keptIds()).hasSize(before + 1);
    }

    @Test
    void theShellLoopPublishesEveryLine() throws Exception {
        int before = running.keptIds().size();

        assertThat(run("sh", "curl", "loop.sh", file(1000, 250))).isZero();
        assertThat(running.keptIds()).hasSize(before + 250);
    }

    @Test
    void pythonPublishesEveryLine() throws Exception {
        int before = running.keptIds().size();

        assertThat(run("python3", "python3", "publish.py", file(2000, 250))).isZero();
        assertThat(running.keptIds()).hasSize(before + 250);
    }

    private static String file(int from, int count) throws IOException {
        var file = directory.resolve("lines-" + from + ".jsonl");
        return Files.writeString(file, GatewayCaller.lines(from, count) + "\n").toString();
    }

    /** The exit code of an example; skips where a program that it needs is missing. */
    private static int run(String interpreter, String needed, String... words) throws Exception {
        assumeTrue(isOnPath(needed), needed + " is not installed");
        var command = new ArrayList<>(List.of(interpreter, EXAMPLES.resolve(words[0]).toString()));
        command.addAll(List.of(words).subList(1, words.length));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CHIPWISE_GATEWAY", running.url());
        builder.environment().put("CHIPWISE_TOKEN", token);
        builder.redirectOutput(directory.resolve("example.log").toFile());
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ended", words[0]).isTrue();
        return process.exitValue();
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
