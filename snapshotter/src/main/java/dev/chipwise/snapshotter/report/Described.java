package dev.chipwise.snapshotter.report;

/**
 * A cell with parts: a tree where the format has trees, a few words where it has none.
 *
 * @param tree of maps, lists, strings and numbers
 */
record Described(Object tree, String words) {

    @Override
    public String toString() {
        return words;
    }
}
