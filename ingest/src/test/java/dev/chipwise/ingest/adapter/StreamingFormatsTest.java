package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that grow are handed over while they are read, so that their size does not matter. */
class StreamingFormatsTest {

    private static final int RECORDS = 20_000;

    /** What readers take ahead. */
    private static final int AHEAD = 1 << 18;

    private static final ImportContext CONTEXT =
            Samples.context("model=m;hardware=cpu/acme/one;runtime=r");

    private final Formats formats = new Formats(Catalog.shipped());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "litert | a.log | `` | STARTING!~count=2 min=5 max=7 avg=6~Inference timings in us:"
                        + " Init: 1, First inference: 2, Warmup (avg): 3, Inference (avg): 6~| ``",
                "google-benchmark | a.json | {\"context\":{},\"benchmarks\":[ |"
                        + " {\"name\":\"b\",\"real_time\":5}, | {\"name\":\"b\",\"real_time\":5}]}",
                "androidx | a.json | {\"context\":{\"build\":{\"brand\":\"b\",\"model\":\"m\"}},\"benchmarks\":[ |"
                        + " {\"name\":\"b\",\"metrics\":{\"timeNs\":{\"runs\":[5]}}}, |"
                        + " {\"name\":\"b\",\"metrics\":{\"timeNs\":{\"runs\":[5]}}}]}",
                "jmh | a.json | [ | {\"benchmark\":\"b\",\"mode\":\"avgt\",\"primaryMetric\":"
                        + "{\"score\":1,\"scoreUnit\":\"ns/op\"}}, | {\"benchmark\":\"b\",\"mode\":"
                        + "\"avgt\",\"primaryMetric\":{\"score\":1,\"scoreUnit\":\"ns/op\"}}]",
                "llama-bench | a.jsonl | `` | {\"n_gen\":1,\"avg_ns\":5}~| ``",
                "bencher | a.json | { | \"b#\":{\"latency\":{\"value\":5}}, |"
                        + " \"b\":{\"latency\":{\"value\":5}}}",
                "junit | a.xml | <testsuite> | <testcase name='t' time='1'/> | </testsuite>",
            })
    void handsOverRecordsAsItReads(String id, String name, String open, String record, String close)
            throws IOException {
        var text = new Growing(open, record.replace('~', '\n'), close);
        var counts = new int[2];

        formats.named(id)
                .orElseThrow()
                .read(
                        new Input(name, "", text, CONTEXT),
                        parsed -> {
                            assertThat(parsed).isInstanceOf(Parsed.ParsedEvent.class);
                            counts[0]++;
                            long done = (long) counts[0] * record.length();
                            counts[1] = (int) Math.max(counts[1], text.given - done);
                        });

        assertThat(counts[0]).isGreaterThanOrEqualTo(RECORDS);
        assertThat(counts[1]).isLessThan(AHEAD);
    }

    @Test
    void aListThatComesBeforeItsTimeHasABound() throws IOException {
        var record =
                "{\"name\":\"b\",\"stats\":{\"mean\":1},\"note\":\"" + "x".repeat(2000) + "\"},";
        var parsed = new ArrayList<Parsed>();

        formats.named("pytest-benchmark")
                .orElseThrow()
                .read(
                        new Input(
                                "a.json",
                                "",
                                new Growing("{\"benchmarks\":[", record, "]}"),
                                CONTEXT),
                        parsed::add);

        assertThat(parsed).singleElement().isInstanceOf(Parsed.Unreadable.class);
        assertThat(((Parsed.Unreadable) parsed.get(0)).reason()).isEqualTo(Reason.OVERSIZED);
        assertThat(((Parsed.Unreadable) parsed.get(0)).detail())
                .contains("too long to come before datetime, version")
                .contains("elements was read");
    }

    /** A text of many records, made as it is read; {@code #} is the record's number. */
    private static final class Growing extends Reader {

        private final String record;
        private final String close;
        private String pending;
        private int records;
        private long given;

        Growing(String open, String record, String close) {
            this.pending = open;
            this.record = record;
            this.close = close;
        }

        @Override
        public int read(char[] into, int from, int length) {
            if (pending.isEmpty() && records > RECORDS) {
                return -1;
            }
            if (pending.isEmpty()) {
                pending = records < RECORDS ? record.replace("#", "" + records) : close;
                records++;
                return read(into, from, length);
            }
            int count = Math.min(length, pending.length());
            pending.getChars(0, count, into, from);
            pending = pending.substring(count);
            given += count;
            return count;
        }

        @Override
        public void close() {
            // There is nothing to release.
        }
    }
}
