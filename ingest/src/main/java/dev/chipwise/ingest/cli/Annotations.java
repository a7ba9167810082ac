package dev.chipwise.ingest.cli;

import java.nio.file.Path;

/**
 * Rejections as GitHub Actions reads them from a log, to show them at the line of the change.
 *
 * @param directory what paths are relative to
 * @param workspace the checkout, to which GitHub wants paths to be relative; may be null
 */
record Annotations(Path directory, Path workspace) {

    private static final String STANDARD_INPUT = "-";

    String of(Rejection rejection) {
        var where = rejection.where();
        var field = where.field().isEmpty() ? "" : where.field() + ": ";
        var place = new StringBuilder("::error ");
        if (!where.path().equals(STANDARD_INPUT)) {
            place.append("file=").append(property(inWorkspace(where.path()))).append(',');
            if (where.line() > 0) {
                place.append("line=").append(where.line()).append(',');
            }
        }
        return place.append("title=rejected::").append(data(field + rejection.why())).toString();
    }

    private String inWorkspace(String path) {
        var file = directory.resolve(path).normalize();
        return workspace != null && file.startsWith(workspace)
                ? workspace.relativize(file).toString()
                : path;
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
