package dev.chipwise.snapshotter.cli;

import dev.chipwise.snapshotter.store.Finding;
import java.nio.file.Path;
import java.util.List;

/** What can be done for the store as a whole. */
public interface StoreCare {

    /** Every way in which the store is not what the topics say it should be. */
    List<Finding> verify();

    /** Makes a copy that other programs may open, and returns where it is. */
    Path copy();

    /** Writes every table as a Parquet file into a directory; returns the files. */
    List<Path> export(Path directory);

    /**
     * Makes the store anew from the topics.
     *
     * @param shard the part of the partitions that it keeps, as its sink is told
     */
    Renewal rebuild(String shard, boolean dryRun);

    /** Puts the newest published copy in the store's place. */
    Renewal restore(boolean dryRun);

    /**
     * A new store file. It takes the old one's place when nothing was found wrong with it and it is
     * no dry run.
     *
     * @param source what it was made from, in words
     * @param oldFile where the replaced file is kept, or null
     * @param rows read from the topics that are in it
     */
    record Renewal(Path file, String source, Path oldFile, long rows, List<Finding> findings) {

        public Renewal {
            findings = List.copyOf(findings);
        }
    }
}
