package dev.chipwise.scorer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.samples.HostileRun;
import dev.chipwise.schemas.samples.HostileTraffic;
import dev.chipwise.schemas.samples.HostileTraffic.Sent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A hundred thousand records that nobody should send, through the whole topology: each is accepted,
 * rejected for the one right reason or a dead letter, and nothing else happens.
 */
class HostileRecordsTest {

    private static final int AT_A_TIME = 2_500;
    private static final int MOST_BYTES_EACH = 10_000;

    /** About those that were accepted, found out when another contradicts them. */
    private static final Set<Reason> CONTRADICTIONS =
            EnumSet.of(Reason.CONFLICTING_DUPLICATE, Reason.CONFLICTING_VERSION);

    /** A refusal, and which record of which topic it is about. */
    private record Refusal(String topic, long offset, Reason reason) {}

    @TempDir private Path scratch;

    private final Heard heard = new Heard();
    private final Memory memory = new Memory();
    private final Map<String, Long> offsets = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<byte[]> letters = new ArrayList<>();
    private int accepted;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Timeout(600)
    void everyRecordIsAcceptedOrRejectedForItsReasonOrADeadLetter(long seed) {
        var traffic = new HostileTraffic(Pipeline.TOPICS, seed);
        try (var pipeline = Pipeline.start(ScorerConfig.DEFAULT, heard, memory, scratch)) {
            for (int i = 0; i < HostileRun.INPUTS_PER_SEED; i += AT_A_TIME) {
                LongStream.range(0, AT_A_TIME).forEach(each -> send(pipeline, traffic.next()));
                pipeline.tick();
                assertAllAccountedFor(pipeline);
            }
        }
        assertThat(heard.failures).isEmpty();
        assertThat(accepted).isGreaterThan(HostileRun.INPUTS_PER_SEED / 20);
        assertThatNothingIsKeptButWhatWasAccepted();
    }

    static LongStream seeds() {
        return HostileRun.seeds();
    }

    private void send(Pipeline pipeline, Sent sent) {
        pipeline.send(sent);
        var topic = sent.topic().name();
        long offset = offsets.merge(topic, 1L, Long::sum) - 1;
        if (sent.refusal() == null) {
            accepted++;
        } else if (sent.isEvent()) {
            refusals.add(new Refusal(topic, offset, sent.refusal()));
        } else {
            letters.add(sent.value());
        }
    }

    /** All that was sent until now, in its order. */
    private void assertAllAccountedFor(Pipeline pipeline) {
        var rejected =
                pipeline.rejected().stream()
                        .filter(result -> !CONTRADICTIONS.contains(result.reason()))
                        .map(each -> new Refusal(each.topic(), each.offset(), each.reason()))
                        .toList();
        assertThat(rejected).isEqualTo(refusals);
        assertThat(pipeline.deadLetters()).containsExactlyElementsOf(letters);
        assertThat(heard.accepted).hasSize(accepted);
        refusals.clear();
        letters.clear();
        pipeline.drainInto(Tables.empty());
    }

    private void assertThatNothingIsKeptButWhatWasAccepted() {
        for (var store : List.of(Names.RUNS, Names.VERSIONS, Names.CELLS, Names.SCORES)) {
            assertThat(memory.entries(store)).as(store).isBetween(1, accepted);
        }
        assertThat(memory.bytes()).isLessThan((long) accepted * MOST_BYTES_EACH);
    }
}
