package dev.chipwise.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.adapter.Format;
import dev.chipwise.ingest.adapter.Formats;
import dev.chipwise.ingest.adapter.ImportContext;
import dev.chipwise.ingest.adapter.Input;
import dev.chipwise.ingest.adapter.Parsed;
import dev.chipwise.ingest.adapter.SubjectField;
import dev.chipwise.ingest.publish.Acknowledgement;
import dev.chipwise.ingest.publish.Admission;
import dev.chipwise.ingest.publish.InMemoryPublisher;
import dev.chipwise.ingest.publish.PublishCounts;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.ingest.publish.ResultSamples;
import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.Source;
import dev.chipwise.schemas.samples.HostileRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A hundred thousand files that nobody should hand in, of all formats, on the way that {@code
 * validate} and {@code publish} read them: every record in them is accepted, rejected for a reason
 * or left out, and what is accepted can be sent.
 */
class HostileFilesTest {

    private static final int MANY_REASONS = 12;
    private static final Source SOURCE = new Source(Source.Kind.IMPORT, "test", null, null);
    private static final Catalog CATALOG = Catalog.shipped();
    private static final Admission RULES =
            Admission.byRules(new ResultValidator(CATALOG), ResultSamples.CLOCK);

    private static final ImportContext NOTHING_SAID = new ImportContext(null, null, SOURCE);
    private static final ImportContext EVERYTHING_SAID =
            new ImportContext(ResultSamples.NOW, SOURCE, everything());

    private final Formats formats = new Formats(CATALOG);
    private final WirePublisher publisher = new WirePublisher();
    private final Set<String> read = new HashSet<>();
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    private long accepted;
    private long rejected;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Timeout(600)
    void everyRecordIsAcceptedRejectedForAReasonOrLeftOut(long seed) throws IOException {
        var files = new HostileFiles(formats, seed);
        for (int i = 0; i < HostileRun.INPUTS_PER_SEED; i++) {
            var file = files.next();
            if (file.isPresent()) {
                read(file.get(), i % 4 == 0 ? NOTHING_SAID : EVERYTHING_SAID);
            }
        }
        assertThat(read).hasSize(formats.all().size());
        assertThat(reasons).as("of the rules").hasSizeGreaterThan(MANY_REASONS);
        assertThat(accepted).isGreaterThan(HostileRun.INPUTS_PER_SEED / 10);
        assertThat(rejected).isGreaterThan(HostileRun.INPUTS_PER_SEED / 4);
    }

    static LongStream seeds() {
        return HostileRun.seeds();
    }

    private void read(SourceFile file, ImportContext context) throws IOException {
        var counted = new Counted(file.format());
        var source = new SourceFile(file.shown(), counted, file.surroundings(), file.opening());
        long before = publisher.counts().accepted();

        var report = new ImportRun(publisher, silent()).read(List.of(source), context);

        var counts = report.files().values().stream().reduce(FileCounts.NONE, FileCounts::plus);
        long known = counts.accepted() + counts.rejected() + counts.leftOut();
        assertThat(report.failure()).isNull();
        assertThat(known).as(file.format().id()).isEqualTo(counted.records);
        assertThat(report.rejected()).isEqualTo(counts.rejected());
        assertThat(publisher.counts().accepted() - before).isEqualTo(counts.accepted());
        assertThat(report.rejections()).allSatisfy(HostileFilesTest::assertIsOneLine);
        reasons.addAll(report.reasons().keySet());
        accepted += counts.accepted();
        rejected += counts.rejected();
        read.add(file.format().id());
    }

    private static void assertIsOneLine(Rejection rejection) {
        assertThat(rejection.toString()).startsWith("rejected ").doesNotContain("\n", "\r");
        assertThat(rejection.detail()).isNotBlank();
    }

    private static ProgressLine silent() {
        var console =
                new Console(
                        InputStream.nullInputStream(),
                        ResultSamples.CLOCK,
                        false,
                        () -> true,
                        () -> "table");
        return new ProgressLine(console, new PrintWriter(Writer.nullWriter()), "valid");
    }

    private static Map<SubjectField, String> everything() {
        var said = new EnumMap<SubjectField, String>(SubjectField.class);
        said.put(SubjectField.MODEL, "m");
        said.put(SubjectField.VERSION, "v");
        said.put(SubjectField.HARDWARE, "cpu/acme/one");
        said.put(SubjectField.RUNTIME, "r");
        said.put(SubjectField.PRECISION, "fp16");
        return said;
    }

    /** Reads as the format does, and knows how much that was. */
    private static final class Counted implements Format {

        private final Format format;
        private long records;

        Counted(Format format) {
            this.format = format;
        }

        @Override
        public String id() {
            return format.id();
        }

        @Override
        public String carries() {
            return format.carries();
        }

        @Override
        public String lacks() {
            return format.lacks();
        }

        @Override
        public boolean recognises(String fileName, String head) {
            return format.recognises(fileName, head);
        }

        @Override
        public void read(Input input, Consumer<Parsed> to) throws IOException {
            format.read(input, parsed -> take(parsed, to));
        }

        private void take(Parsed parsed, Consumer<Parsed> to) {
            records++;
            to.accept(parsed);
        }
    }

    /** Keeps nothing, after it has seen that what is accepted comes off the wire as it was. */
    private static final class WirePublisher implements Publisher {

        private final Publisher rules = InMemoryPublisher.forgetting(RULES);

        @Override
        public CompletionStage<Acknowledgement> publish(Event event) {
            return rules.publish(event)
                    .whenComplete((acknowledgement, never) -> check(acknowledgement, event));
        }

        private static void check(Acknowledgement acknowledgement, Event event) {
            if (acknowledgement instanceof Acknowledgement.Accepted) {
                var codec = Codecs.event();
                assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
            }
        }

        @Override
        public void flush() {
            rules.flush();
        }

        @Override
        public PublishCounts counts() {
            return rules.counts();
        }

        @Override
        public void close() {
            rules.close();
        }
    }
}
