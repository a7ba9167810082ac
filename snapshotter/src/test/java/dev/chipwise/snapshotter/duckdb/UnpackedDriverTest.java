package dev.chipwise.snapshotter.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a killed process leaves in the temporary directory. */
class UnpackedDriverTest {

    @Test
    void anOpenDatabaseHasNoLibraryLeftToForget() throws Exception {
        var mappings = Path.of("/proc/self/maps");
        Assumptions.assumeTrue(Files.isReadable(mappings), "no /proc here to look at");
        try (var file = DuckDbFile.inMemory(DuckDbSettings.DEFAULT)) {
            file.execute("SELECT 1");

            var lines = Files.readAllLines(mappings);
            assertThat(lines).anyMatch(line -> line.contains("/libduckdb_java"));
            assertThat(UnpackedDriver.mapped(lines)).noneMatch(Files::exists);
        }
    }

    @Test
    void othersLibrariesKeepTheirNames() {
        assertThat(
                        UnpackedDriver.mapped(
                                List.of(
                                        "7f-80 r-xp 0 fe:00 1 /tmp/libduckdb_java12.so",
                                        "7f-80 r--p 0 fe:00 1 /tmp/libduckdb_java12.so",
                                        "7f-80 r-xp 0 fe:00 2 /tmp/libduckdb_java13.so (deleted)",
                                        "7f-80 r-xp 0 fe:00 3 /tmp/librocksdbjni14.so",
                                        "7f-80 rw-p 0 00:00 0 ")))
                .containsExactly(Path.of("/tmp/libduckdb_java12.so"));
    }
}
