package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;

/** The named values of a load generator's summary, with the line of each; the first one counts. */
final class MlperfSummary {

    static final String TITLE = "MLPerf Results Summary";

    /** More than any summary has; the rest of a longer text is not looked at. */
    private static final int MOST_LINES = 10_000;

    private final Map<String, Entry> entries = new HashMap<>();
    private boolean titled;

    private record Entry(String value, int line) {}

    static MlperfSummary read(Reader text) throws IOException {
        var summary = new MlperfSummary();
        var lines = new Lines(text);
        for (var line = lines.next();
                line != null && lines.number() < MOST_LINES;
                line = lines.next()) {
            summary.add(line.strip(), lines.number());
        }
        return summary;
    }

    private void add(String line, int number) {
        titled |= line.equals(TITLE);
        int colon = line.indexOf(':');
        if (colon > 0) {
            var entry = new Entry(line.substring(colon + 1).strip(), number);
            entries.putIfAbsent(line.substring(0, colon).strip(), entry);
        }
    }

    /** Whether it says of itself that it is one. */
    boolean isTitled() {
        return titled;
    }

    /** The line of a value, or 0 where there is none. */
    int line(String name) {
        return entries.containsKey(name) ? entries.get(name).line() : 0;
    }

    /** A value as written; null where there is none of that name. */
    String text(String name) {
        return entries.containsKey(name) ? entries.get(name).value() : null;
    }

    String required(String name) {
        var text = text(name);
        if (text == null) {
            throw new UnreadableField(Reason.MISSING_VALUE, name, "is missing");
        }
        return text;
    }

    /** A value that is a number; null where there is none of that name. */
    Double number(String name) {
        var value = text(name);
        try {
            return value == null ? null : Double.valueOf(value);
        } catch (NumberFormatException e) {
            throw new UnreadableField(name, "must be a number, not '" + Labels.cut(value) + "'");
        }
    }

    double requiredNumber(String name) {
        required(name);
        return number(name);
    }
}
