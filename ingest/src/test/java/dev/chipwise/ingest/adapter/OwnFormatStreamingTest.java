package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Catalog;
import java.io.IOException;
import java.io.Reader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memory stays the same however long a file is, because events leave before the next is read. */
class OwnFormatStreamingTest {

    private static final int RECORDS = 50_000;

    /** Characters that may lie read but unused in buffers on the way. */
    private static final int BUFFERED = 200_000;

    private final Format format = new OwnFormat(Catalog.shipped());

    @ParameterizedTest
    @CsvSource({"results.jsonl, '', ''", "results.json, '[', ']'"})
    void handsOverEachEventBeforeReadingOn(String path, String open, String close)
            throws IOException {
        var text = new GeneratedResults(open, close);
        var seen = new AtomicInteger();
        var mostAhead = new AtomicLong();

        format.read(
                new Input(path, "", text, Reading.NOTHING_SAID),
                parsed -> {
                    if (parsed instanceof Parsed.ParsedEvent) {
                        long ahead = text.given - text.end(seen.incrementAndGet());
                        mostAhead.accumulateAndGet(ahead, Math::max);
                    }
                });

        assertThat(seen).hasValue(RECORDS);
        assertThat(mostAhead.get()).isLessThan(BUFFERED);
        assertThat(text.given).isGreaterThan(40L * BUFFERED);
    }

    /** Writes results while it is read. */
    private static final class GeneratedResults extends Reader {

        private final String open;
        private final String close;
        private final int recordLength;
        private String pending;
        private int records;
        private long given;

        GeneratedResults(String open, String close) {
            this.open = open;
            this.close = close;
            this.recordLength = record().length();
            this.pending = open;
        }

        /** The position after this many records. */
        long end(int number) {
            return open.length() + (long) number * recordLength;
        }

        @Override
        public int read(char[] into, int from, int length) {
            if (pending.isEmpty() && records > RECORDS) {
                return -1;
            }
            if (pending.isEmpty()) {
                pending = records < RECORDS ? record() : close;
                records++;
            }
            int count = Math.min(length, pending.length());
            pending.getChars(0, count, into, from);
            pending = pending.substring(count);
            given += count;
            return count == 0 ? -1 : count;
        }

        private String record() {
            boolean last = records == RECORDS - 1 || close.isEmpty();
            return """
            {"kind":"benchmark","occurred_at":"2026-03-01T00:00:00.%06dZ","model":"m%02d",\
            "hardware":{"id":"cpu/acme/one"},"configuration":{"runtime":"tflite"},\
            "metrics":{"latency_mean_ms":1.5}}"""
                            .formatted(records, records % 50)
                    + (last ? " " : ",")
                    + "\n";
        }

        @Override
        public void close() {
            // There is nothing to release.
        }
    }
}
