package dev.chipwise.ingest.adapter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/** Reads a text line by line with numbers, and never keeps more than one line of bounded length. */
final class Lines {

    /** More than any acceptable event has. */
    static final int LONGEST = 4 << 20;

    private final BufferedReader text;
    private String peeked;
    private int number;
    private boolean cut;

    Lines(Reader text) {
        this.text = new BufferedReader(text, 1 << 16);
    }

    /**
     * Goes to the first character that is not blank, and tells it without reading it; -1 at the
     * end.
     */
    int skipBlank() throws IOException {
        while (true) {
            text.mark(1);
            int next = text.read();
            boolean byteOrderMark = next == '\uFEFF';
            if (next == '\n') {
                number++;
            } else if (next < 0 || !(Character.isWhitespace(next) || byteOrderMark)) {
                text.reset();
                return next;
            }
        }
    }

    /** The next line without using it up. */
    String peekLine() throws IOException {
        peeked = read();
        return peeked == null ? "" : peeked;
    }

    /** The next line, or null at the end. */
    String next() throws IOException {
        var line = peeked == null ? read() : peeked;
        peeked = null;
        number++;
        return line;
    }

    /** The number of the line that {@link #next} gave, from 1. */
    int number() {
        return number;
    }

    /** Whether that line was longer than {@link #LONGEST}; then only its beginning was kept. */
    boolean wasCut() {
        return cut;
    }

    /** Everything that {@link #next} has not given yet. */
    Reader rest() {
        return peeked == null ? text : new Joined(new StringReader(peeked + "\n"), text);
    }

    private String read() throws IOException {
        var line = new StringBuilder();
        cut = false;
        int next = text.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = text.read()) {
            if (line.length() < LONGEST) {
                line.append((char) next);
            } else {
                cut = true;
            }
        }
        return line.toString();
    }

    /** Two texts, one after the other. */
    private static final class Joined extends Reader {

        private final Reader first;
        private final Reader second;

        Joined(Reader first, Reader second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            int count = first.read(into, from, length);
            return count >= 0 ? count : second.read(into, from, length);
        }

        @Override
        public void close() throws IOException {
            second.close();
        }
    }
}
