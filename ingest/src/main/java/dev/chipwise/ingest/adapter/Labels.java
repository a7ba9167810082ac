package dev.chipwise.ingest.adapter;

import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what a file says for people, cut to what an event keeps. */
final class Labels {

    private static final int LONGEST = 256;

    private final SortedMap<String, String> labels = new TreeMap<>();

    /** Says nothing where the value is null. */
    Labels put(String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            labels.put(name, cut(value.toString()));
        }
        return this;
    }

    SortedMap<String, String> all() {
        return new TreeMap<>(labels);
    }

    /** A text that only describes may be cut; null stays null. */
    static String cut(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
