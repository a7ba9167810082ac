package dev.chipwise.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What formats see around a file that a command reads, and what the command says of it. */
class SurroundingsTest {

    private static final String ROW =
            "{\"Organization\": \"Acme\", \"Platform\": \"Box\", \"Model\": \"resnet50\","
                    + " \"Location\": \"here\", \"Scenario\": \"Offline\", \"Units\": \"Samples/s\","
                    + " \"Result\": 5}";

    private final CommandRun chipwise = new CommandRun();

    @TempDir private Path folder;

    @Test
    void knowsTheFoldersAboveTheNearestFirst() throws IOException {
        var file = write("results/box/spl.txt", "");

        assertThat(FolderSurroundings.of(file).folders()).startsWith("box", "results");
    }

    @Test
    void opensAFileByItsPathFromTheFolder() throws IOException {
        write("systems/box.json", "{}");
        var surroundings = FolderSurroundings.of(write("results/box/spl.txt", ""));

        try (var text = surroundings.open("../../systems/box.json").orElseThrow()) {
            assertThat(text.read()).isEqualTo('{');
        }
        assertThat(surroundings.open("../../systems/other.json")).isEmpty();
        assertThat(surroundings.open("../../systems")).isEmpty();
    }

    @Test
    void saysWhatWasLeftOutAndCallsItNoFailure() throws IOException {
        var file = write("cm-result.json", "[" + ROW + "," + ROW + "]");

        int exit = chipwise.run("validate", file.toString());

        assertThat(exit).isZero();
        assertThat(chipwise.out()).isEqualTo("1 valid, 0 rejected\n");
        assertThat(chipwise.err())
                .contains("1 left out: repeats an earlier row of the file exactly");
    }

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
