package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.adapter.Format;
import dev.chipwise.ingest.adapter.ImportContext;
import dev.chipwise.ingest.adapter.Input;
import dev.chipwise.ingest.adapter.Parsed;
import dev.chipwise.ingest.adapter.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A text whose format is known.
 *
 * @param shown its path as the user wrote it
 * @param surroundings the folders above it and the files around it
 */
record SourceFile(String shown, Format format, Surroundings surroundings, Opening opening) {

    /** Opens the bytes. */
    interface Opening {
        InputStream open() throws IOException;
    }

    static SourceFile of(Path file, Format format) {
        return new SourceFile(
                file.toString(),
                format,
                FolderSurroundings.of(file),
                () -> Files.newInputStream(file));
    }

    static SourceFile standardInput(InputStream in, Format format) {
        return new SourceFile("-", format, Surroundings.NONE, () -> in);
    }

    void read(ImportContext context, Consumer<Parsed> to) throws IOException {
        try (var text = new InputStreamReader(opening.open(), StandardCharsets.UTF_8)) {
            format.read(new Input(shown, folder(), text, context, surroundings), to);
        }
    }

    /** Name of the folder it lies in; empty where it lies in none. */
    private String folder() {
        return surroundings.folders().stream().findFirst().orElse("");
    }
}
