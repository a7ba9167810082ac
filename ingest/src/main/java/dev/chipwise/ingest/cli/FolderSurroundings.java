package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.adapter.Surroundings;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The surroundings of a file on disk. */
public record FolderSurroundings(Path folder) implements Surroundings {

    public static FolderSurroundings of(Path file) {
        return new FolderSurroundings(file.toAbsolutePath().normalize().getParent());
    }

    @Override
    public List<String> folders() {
        var names = new ArrayList<String>();
        for (var at = folder; at != null && at.getFileName() != null; at = at.getParent()) {
            names.add(at.getFileName().toString());
        }
        return List.copyOf(names);
    }

    @Override
    public Optional<Reader> open(String path) throws IOException {
        var file = folder.resolve(path).normalize();
        return Files.isRegularFile(file)
                ? Optional.of(
                        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
