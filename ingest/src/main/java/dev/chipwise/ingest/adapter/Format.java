package dev.chipwise.ingest.adapter;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * A file format that carries results. Reads in one pass and hands over each event as soon as it is
 * read, so that the size of a file does not matter; the same text always gives the same events with
 * the same ids.
 */
public interface Format {

    /** What {@code --from} calls it. */
    String id();

    /** What it carries, for people. */
    String carries();

    /** What it lacks, for people: what is never invented. */
    String lacks();

    /**
     * Whether a file looks like this format.
     *
     * @param fileName without folders
     * @param head the first few thousand characters
     */
    boolean recognises(String fileName, String head);

    /**
     * Reads everything in the input. What cannot be read is handed over as {@link
     * Parsed.Unreadable}, never thrown.
     *
     * @throws IOException when the input itself fails
     */
    void read(Input input, Consumer<Parsed> to) throws IOException;
}
