package dev.chipwise.deploy.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;

/**
 * The command line as a person meets it, on one data directory and in an environment of its own.
 */
public final class Desk {

    /** What a command said and how it ended. */
    public record Answer(int code, String out, String err) {

        /** The lines of stdout. */
        public List<String> lines() {
            return out.lines().toList();
        }
    }

    private final Path directory;
    private final Map<String, String> environment = new TreeMap<>();

    public Desk(Path directory) {
        this.directory = directory;
        environment.put("HOME", directory.resolve("home").toString());
    }

    /** Sets an environment variable for the commands to come. */
    Desk with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Runs a command on the data directory. */
    public Answer run(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data-dir", directory.toString()));
        return bare(all.toArray(String[]::new));
    }

    /** Runs a command just as it is written here. */
    public Answer bare(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Chipwise.run(environment, Clock.systemUTC(), print(out), print(err), words);
        return new Answer(code, text(out), text(err));
    }

    /** What a command on the data directory works with when it is called with these options. */
    Session session(String... options) {
        var all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--data-dir", directory.toString()));
        var given = new GlobalOptions(environment);
        new CommandLine(given).parseArgs(all.toArray(String[]::new));
        return new Session(given, Clock.systemUTC(), System.out, System.err);
    }

    /** Everything on this machine, as {@code up} starts it, until it is closed. */
    Machine up() throws InterruptedException {
        return Machine.start(session("--quiet"), 0);
    }

    /** Does this while everything runs on this machine. */
    void whileUp(Runnable work) throws InterruptedException {
        var machine = up();
        try {
            work.run();
        } finally {
            machine.close();
        }
    }

    /** Whether everything published becomes scored and queryable while one is this patient. */
    public boolean settled(Duration patience) {
        return new Settlement(session()).await(patience);
    }

    /** The answer to a question in SQL, without its header: one list of cells per row. */
    public List<List<String>> sql(String statement) {
        var answer = run("query", statement, "--output", "csv");
        if (answer.code() != 0) {
            throw new AssertionError(answer.err());
        }
        return answer.lines().stream().skip(1).map(line -> List.of(line.split(",", -1))).toList();
    }

    private static PrintStream print(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream from) {
        return from.toString(StandardCharsets.UTF_8);
    }
}
