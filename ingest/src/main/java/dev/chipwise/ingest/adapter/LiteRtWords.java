package dev.chipwise.ingest.adapter;

import java.util.regex.Pattern;

/** Words of a {@code benchmark_model} log in ours; null where the log does not say. */
final class LiteRtWords {

    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern LOADING =
            Pattern.compile("Failed to (?:mmap|load|construct|build|allocate|apply|init).*");
    private static final Pattern OPERATOR =
            Pattern.compile(".*(?:unresolved custom op|Didn't find op|Disallowed CPU fallback).*");

    private LiteRtWords() {}

    /** The file's name without folders and ending. */
    static String name(String graph) {
        return graph == null
                ? null
                : graph.substring(Math.max(graph.lastIndexOf('/'), graph.lastIndexOf('\\')) + 1)
                        .replaceFirst("\\.(?:tflite|litertlm)$", "");
    }

    static String shape(String shapes) {
        return shapes == null || shapes.isBlank() ? null : shapes.replace(',', 'x');
    }

    /** A number of things; -1 stands for the tool's own choice. */
    static Integer count(String text) {
        return text == null || !COUNT.matcher(text).matches() ? null : Integer.valueOf(text);
    }

    static String failureClass(String error) {
        if (error != null && OPERATOR.matcher(error).matches()) {
            return "unsupported_op";
        }
        return error != null && LOADING.matcher(error).matches() ? "load_failed" : "unknown";
    }
}
