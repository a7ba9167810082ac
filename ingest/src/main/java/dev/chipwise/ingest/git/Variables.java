package dev.chipwise.ingest.git;

import java.util.Map;
import java.util.stream.Stream;

/** The environment of a CI run; a blank variable says nothing. */
record Variables(Map<String, String> environment) {

    private static final String BRANCHES = "refs/heads/";
    private static final String TAGS = "refs/tags/";

    /** The first of these that says something, or null. */
    String first(String... names) {
        return Stream.of(names)
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    /** The value where another variable has this one, or null. */
    String where(String other, String value, String name) {
        return value.equals(first(other)) ? first(name) : null;
    }

    /** The branch in a full reference such as {@code refs/heads/main}, or null. */
    String branch(String... names) {
        return behind(BRANCHES, first(names));
    }

    /** The tag in a full reference such as {@code refs/tags/v1}, or null. */
    String tag(String name) {
        return behind(TAGS, first(name));
    }

    /** The values put together with what stands between, or null where one is missing. */
    String joined(String first, String between, String second) {
        var begin = first(first);
        var end = first(second);
        return begin == null || end == null ? null : begin + between + end;
    }

    private static String behind(String prefix, String reference) {
        return reference != null && reference.startsWith(prefix)
                ? reference.substring(prefix.length())
                : null;
    }
}
