package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.adapter.Format;
import dev.chipwise.ingest.adapter.ImportContext;
import dev.chipwise.ingest.adapter.Input;
import dev.chipwise.ingest.adapter.Parsed;
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
 * @param folder name of the folder it lies in
 */
record SourceFile(String shown, String folder, Format format, Opening opening) {

    /** Opens the bytes. */
    interface Opening {
        InputStream open() throws IOException;
    }

    static SourceFile of(Path file, Format format) {
        var parent = file.toAbsolutePath().normalize().getParent();
        var folder = parent.getFileName() == null ? "" : parent.getFileName().toString();
        return new SourceFile(file.toString(), folder, format, () -> Files.newInputStream(file));
    }

    static SourceFile standardInput(InputStream in, Format format) {
        return new SourceFile("-", "", format, () -> in);
    }

    void read(ImportContext context, Consumer<Parsed> to) throws IOException {
        try (var text = new InputStreamReader(opening.open(), StandardCharsets.UTF_8)) {
            format.read(new Input(shown, folder, text, context), to);
        }
    }
}
