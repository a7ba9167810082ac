package dev.chipwise.ingest.adapter;

import java.util.SortedMap;

/**
 * One test case of a JUnit XML; null where the file does not say.
 *
 * @param time how long it took, as written
 * @param end how it ended in the end, after reruns
 * @param type of the failure, such as the exception's class
 * @param properties of its suites and its own
 */
record JunitCase(
        Where where,
        Suite suite,
        String className,
        String name,
        String time,
        End end,
        String type,
        String message,
        int reruns,
        SortedMap<String, String> properties) {

    /** What a suite says of its cases; null where it does not. */
    record Suite(String name, String timestamp, String hostname) {}

    /** How a test case can end. */
    enum End {
        PASSED,
        FAILED,
        BROKEN,
        SKIPPED
    }

    /** The name with its class, or null when it has no name. */
    String fullName() {
        if (name == null || name.isBlank()) {
            return null;
        }
        return className == null || className.isBlank() ? name : className + "." + name;
    }
}
