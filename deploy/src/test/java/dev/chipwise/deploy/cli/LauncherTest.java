package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher hands over to Java as it was called, whether or not it had to build first. */
@Timeout(60)
class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "chipwise");

    @TempDir private Path home;

    @BeforeEach
    void aCheckoutWithABuildToolAndAJava() throws IOException {
        Files.copy(LAUNCHER, home.resolve("chipwise"));
        Files.createFile(home.resolve("pom.xml"));
        program("tools/mvn", "mkdir -p deploy/target; : >deploy/target/chipwise.jar");
        program("jdk/bin/javac", "exit 1");
        program("jdk/bin/java", "echo answer; echo progress >&2; exit 4");
        Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    }

    @Test
    void whatJavaSaysAndItsCodeComeThroughAfterABuildAndWithoutOne() throws Exception {
        var first = run();
        var second = run();

        assertThat(first).startsWith("chipwise: building").endsWith("answer\nprogress\n4");
        assertThat(second).isEqualTo("answer\nprogress\n4");
    }

    private String run() throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", home.resolve("chipwise").toString(), "formats");
        builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        builder.environment().merge("PATH", home.resolve("tools").toString(), LauncherTest::before);
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said + process.exitValue();
    }

    private static String before(String path, String first) {
        return first + ":" + path;
    }

    private void program(String name, String script) throws IOException {
        var file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
