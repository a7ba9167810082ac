package dev.chipwise.deploy.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code chipwise} command in a process of its own, on this Java and classpath. */
final class ChipwiseProcess {

    private ChipwiseProcess() {}

    /** A command on a data directory, ready to be started. */
    static ProcessBuilder on(Path directory, String... words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        // It lives for seconds: what the second compiler does would be for nobody.
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Chipwise.class.getName());
        command.addAll(List.of(words));
        command.addAll(List.of("--data-dir", directory.toString()));
        return new ProcessBuilder(command);
    }
}
