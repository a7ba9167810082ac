package dev.chipwise.ingest.adapter;

import java.io.Reader;

/**
 * A text to read.
 *
 * @param path what messages call it, such as its path as the user wrote it
 * @param folder the name of the folder it lies in, which some formats take the model's name from
 */
public record Input(String path, String folder, Reader text, ImportContext context) {

    /** The path without folders. */
    String fileName() {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
