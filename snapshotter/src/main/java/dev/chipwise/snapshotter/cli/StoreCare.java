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
}
