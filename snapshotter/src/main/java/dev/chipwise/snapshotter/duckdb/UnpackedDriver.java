package dev.chipwise.snapshotter.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The native part of the driver, which it unpacks into the temporary directory and removes at exit.
 * A killed process would leave its tens of megabytes there, so the name goes as soon as the library
 * is mapped. Where {@code /proc} does not tell the name, it stays until exit.
 */
final class UnpackedDriver {

    private static final Path MAPPINGS = Path.of("/proc/self/maps");
    private static final String NAME = "/libduckdb_java";

    private UnpackedDriver() {}

    /** To be called when the driver is loaded; doing it again changes nothing. */
    static void removeName() {
        if (!Files.isReadable(MAPPINGS)) {
            return;
        }
        try {
            for (var library : mapped(Files.readAllLines(MAPPINGS))) {
                Files.deleteIfExists(library);
            }
        } catch (IOException nameStays) {
            // It goes at exit, as it would without us; that is no reason not to open a store.
            return;
        }
    }

    /** The libraries among the lines of {@code /proc/PID/maps} that still have a name. */
    static Set<Path> mapped(List<String> mappings) {
        return mappings.stream()
                .filter(line -> line.contains(NAME) && line.endsWith(".so"))
                .map(line -> Path.of(line.substring(line.indexOf('/'))))
                .collect(Collectors.toSet());
    }
}
