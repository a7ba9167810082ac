package dev.chipwise.ingest.adapter;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/**
 * Where an input lies. Whoever opened the input reads for the formats that spread a result over
 * several files; a format names them itself, never from what a file says.
 */
public interface Surroundings {

    /** Of an input that lies nowhere, such as standard input. */
    Surroundings NONE =
            new Surroundings() {
                @Override
                public List<String> folders() {
                    return List.of();
                }

                @Override
                public Optional<Reader> open(String path) {
                    return Optional.empty();
                }
            };

    /** Names of the folders above the input, the nearest first. */
    List<String> folders();

    /**
     * The text of another file, which the caller closes; empty where there is none.
     *
     * @param path from the input's folder, with {@code /} and {@code ..}
     * @throws IOException when the file is there but cannot be read
     */
    Optional<Reader> open(String path) throws IOException;
}
