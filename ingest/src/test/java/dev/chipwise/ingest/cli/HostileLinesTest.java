package dev.chipwise.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.samples.HostileRun;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One file of a hundred thousand lines that nobody should write, through the command itself, in a
 * process that has far less memory than the file is long.
 */
class HostileLinesTest {

    private static final String LITTLE_MEMORY = "-Xmx32m";
    private static final Pattern SUMMARY = Pattern.compile("(\\d+) valid, (\\d+) rejected\n");
    private static final Pattern REASON = Pattern.compile("(\\d+) [a-z_]+");

    @TempDir private Path folder;

    @ParameterizedTest(name = "from seed {0} on")
    @MethodSource("first")
    @Timeout(900)
    void everyLineIsValidOrCountedByItsReason(long first) throws Exception {
        var file = folder.resolve("hostile.jsonl");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            HostileRun.seeds().forEach(seed -> write(seed, out));
        }

        int code = run("validate", file.toString());

        var summary = SUMMARY.matcher(Files.readString(folder.resolve("out")));
        assertThat(code).as("%s", Files.readString(folder.resolve("err"))).isEqualTo(4);
        assertThat(summary.matches()).isTrue();
        long valid = Long.parseLong(summary.group(1));
        long rejected = Long.parseLong(summary.group(2));
        assertThat(valid).as("valid").isGreaterThan(HostileRun.inputs() / 10);
        assertThat(valid + rejected).as("lines").isEqualTo(HostileRun.inputs());
        assertThat(sumOfReasons()).isEqualTo(rejected);
    }

    static LongStream first() {
        return HostileRun.seeds().limit(1);
    }

    private long sumOfReasons() throws IOException {
        return Files.readString(folder.resolve("err"))
                .lines()
                .map(REASON::matcher)
                .filter(Matcher::matches)
                .mapToLong(count -> Long.parseLong(count.group(1)))
                .sum();
    }

    private int run(String... words) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classpath = System.getProperty("java.class.path");
        var command =
                new ArrayList<>(List.of(java, LITTLE_MEMORY, "-XX:+UseSerialGC", "-cp", classpath));
        command.add(ChipwisePublish.class.getName());
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start()
                .waitFor();
    }

    /** The first line is whole: what begins as an array would be read as one. */
    private static void write(long seed, OutputStream out) {
        var lines = new HostileLines(new SplittableRandom(seed));
        try {
            write(lines.valid(0), out);
            for (int i = 1; i < HostileRun.INPUTS_PER_SEED; i++) {
                write(lines.next(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As one line, which is not blank. */
    private static void write(byte[] text, OutputStream out) throws IOException {
        var bytes = text.clone();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '\n' ? (byte) ' ' : bytes[i];
        }
        boolean blank = new String(bytes, StandardCharsets.UTF_8).isBlank();
        out.write(blank ? new byte[] {'.'} : bytes);
        out.write('\n');
    }
}
