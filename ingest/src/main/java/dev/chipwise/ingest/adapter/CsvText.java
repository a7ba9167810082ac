package dev.chipwise.ingest.adapter;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a text in CSV (RFC 4180): cells between commas, quoted ones with doubled quotes and
 * line breaks. One row is in memory at a time; blank lines are no rows.
 */
final class CsvText {

    /** A quote that is never closed takes no more of the text than this into its row. */
    private static final int LONGEST_ROW = 1 << 20;

    private final Lines lines;
    private int line;

    CsvText(Reader text) {
        lines = new Lines(text);
    }

    /** The cells of the next row, or null at the end. */
    List<String> next() throws IOException {
        var text = lines.next();
        while (text != null && text.isBlank()) {
            text = lines.next();
        }
        if (text == null) {
            return null;
        }
        line = lines.number();
        var row = new Row();
        row.add(text);
        while (row.isOpen() && row.length < LONGEST_ROW) {
            text = lines.next();
            if (text == null) {
                break;
            }
            row.take('\n');
            row.add(text);
        }
        row.endCell();
        return row.cells;
    }

    /** The line on which the row that {@link #next} gave begins, from 1. */
    int line() {
        return line;
    }

    /** The cells of a text's first line, which is its header. */
    static List<String> header(String head) {
        int end = head.indexOf('\n');
        var row = new Row();
        row.add(end < 0 ? head : head.substring(0, end));
        row.endCell();
        return row.cells;
    }

    /** A row while its characters come in. */
    private static final class Row {

        private final List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private int length;
        private boolean quoted;
        private boolean justClosed;

        boolean isOpen() {
            return quoted;
        }

        void add(String line) {
            int end = line.endsWith("\r") ? line.length() - 1 : line.length();
            for (int i = line.startsWith("\uFEFF") ? 1 : 0; i < end; i++) {
                take(line.charAt(i));
            }
        }

        void take(char c) {
            length++;
            boolean quote = c == '"';
            if (quoted && quote) {
                quoted = false;
                justClosed = true;
            } else if (!quoted && quote && (justClosed || cell.isEmpty())) {
                // The second of two quotes in a row is one that belongs to the cell.
                cell.append(justClosed ? "\"" : "");
                quoted = true;
                justClosed = false;
            } else if (!quoted && c == ',') {
                endCell();
            } else {
                cell.append(c);
                justClosed = false;
            }
        }

        void endCell() {
            cells.add(cell.toString());
            cell.setLength(0);
            justClosed = false;
        }
    }
}
