package dev.chipwise.ingest.adapter;

/**
 * A place in a file that a person can go to.
 *
 * @param line from 1, or 0 where the format has none
 * @param field path of the field or part, or empty
 */
public record Where(String path, int line, String field) {

    static Where line(String path, int line) {
        return new Where(path, line, "");
    }

    static Where field(String path, String field) {
        return new Where(path, 0, field);
    }

    @Override
    public String toString() {
        return path + (line > 0 ? ":" + line : "") + (field.isEmpty() ? "" : " " + field);
    }
}
