package dev.chipwise.snapshotter.report;

/** An answer that can be shown in every output format; the fields are the same in all of them. */
public interface Report {

    /** The answer as rows. */
    Table table();

    /**
     * The answer as a tree of maps, lists, strings, numbers and null; by default the rows as
     * objects.
     */
    default Object json() {
        return table().objects();
    }
}
