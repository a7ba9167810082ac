package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.adapter.Formats;
import dev.chipwise.ingest.adapter.ImportContext;
import dev.chipwise.ingest.publish.InMemoryPublisher;
import dev.chipwise.schemas.domain.Source;
import dev.chipwise.schemas.samples.HostileRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hundred thousand bodies that nobody should send, on the way that every body takes. */
class HostileBodiesTest {

    private static final int BODIES_PER_SEED = HostileRun.INPUTS_PER_SEED;
    private static final String LINES = "application/x-ndjson";
    private static final ImportContext CONTEXT =
            new ImportContext(null, null, new Source(Source.Kind.GATEWAY, "test", null, null));

    private final RecordReader reader = new RecordReader(new Formats(Rig.CATALOG).own());
    private final Bodies bodies = new Bodies(Rig.LIMITS);
    private final Advice advice = new Advice(Rig.CATALOG);
    private final Semaphore places = new Semaphore(Rig.LIMITS.recordsInFlight());
    private final InMemoryPublisher broker = InMemoryPublisher.forgetting(Rig.RULES);

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Timeout(600)
    void everyRecordIsAcceptedOrRejectedAndNothingBreaks(long seed) throws IOException {
        var mutations = new Mutations(seed);
        long accepted = 0;
        long rejected = 0;
        long unread = 0;
        for (int i = 0; i < BODIES_PER_SEED; i++) {
            var body = mutations.next();
            try (var intake = new Intake(body.route(), broker, places, 100)) {
                unread += isRead(body, intake) ? 0 : 1;
                int taken = intake.size();
                if (body.type().equals(LINES) && body.encoding().isEmpty()) {
                    assertThat(taken).isEqualTo(records(body.bytes(), taken));
                }
                var receipt = intake.settle(Duration.ofSeconds(5));
                assertThat(receipt.records()).hasSize(taken);
                accepted += receipt.count(RecordStatus.Kept.class);
                rejected += receipt.count(RecordStatus.Rejected.class);
                assertThat(receipt.count(RecordStatus.Unknown.class)).isZero();
                receipt.write(new ByteArrayOutputStream(), advice);
            }
        }
        assertThat(places.availablePermits()).isEqualTo(Rig.LIMITS.recordsInFlight());
        assertThat(broker.counts().accepted()).isEqualTo(accepted);
        assertThat(accepted).as("accepted").isGreaterThan(BODIES_PER_SEED / 20);
        assertThat(rejected).as("rejected").isGreaterThan(BODIES_PER_SEED / 4);
        assertThat(unread).as("not unpacked").isGreaterThan(BODIES_PER_SEED / 100);
    }

    /** Every line that is not blank is one, but nobody knows how many those of an array are. */
    private static long records(byte[] body, long ofAnArray) {
        var text = new String(body, StandardCharsets.UTF_8);
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return text.startsWith("[", start)
                ? ofAnArray
                : Stream.of(text.substring(start).split("\n"))
                        .filter(line -> !line.isBlank())
                        .count();
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || character == '\uFEFF';
    }

    static LongStream seeds() {
        return HostileRun.seeds();
    }

    /** Whether it was read to its end; the only other way out is a refusal or a broken packing. */
    private boolean isRead(Mutations.Body body, Intake intake) {
        var encoding = body.encoding().isEmpty() ? null : body.encoding();
        var sent = new SentBody(new ByteArrayInputStream(body.bytes()), Rig.LIMITS, () -> 0);
        try (var unpacked = bodies.open(sent, encoding)) {
            var type = MediaType.of(body.type()).orElseThrow();
            reader.read(unpacked, type, body.route(), CONTEXT, intake::take);
            return true;
        } catch (IOException broken) {
            assertThat(encoding).as("only packing breaks: %s", broken).isNotNull();
            return false;
        }
    }
}
