package dev.chipwise.ingest.adapter;

import java.io.Reader;

/**
 * A text to read.
 *
 * @param path what messages call it, such as its path as the user wrote it
 * @param folder the name of the folder it lies in, which some formats take the model's name from
 * @param surroundings the folders above it and the files around it
 */
public record Input(
        String path, String folder, Reader text, ImportContext context, Surroundings surroundings) {

    /** A text that lies alone. */
    public Input(String path, String folder, Reader text, ImportContext context) {
        this(path, folder, text, context, Surroundings.NONE);
    }

    /** The path without folders. */
    String fileName() {
        return path.substring(folderEnd());
    }

    /** What messages call a file that is named from the input's folder. */
    String neighbour(String name) {
        return path.substring(0, folderEnd()) + name;
    }

    private int folderEnd() {
        return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
    }
}
