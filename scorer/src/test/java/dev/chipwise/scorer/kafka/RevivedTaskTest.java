package dev.chipwise.scorer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.kafka.Received;
import dev.chipwise.scorer.score.Scorer;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

/** Streams gives a task back to the same processor after a transaction was aborted. */
class RevivedTaskTest {

    private final Heard heard = new Heard();
    private final ScoreBoards processor = EmptyTask.processor(new Scorer(Pipeline.CATALOG), heard);

    @Test
    void nothingOfAnAbortedTransactionIsLeftOnTheHeap() {
        // Given
        var aborted = EmptyTask.context();
        processor.init(aborted);
        process(1, "x1");
        process(2, "x2");
        tick(aborted);
        process(3, "x1");

        // When
        processor.close();
        var revived = EmptyTask.context();
        processor.init(revived);
        process(1, "x1");
        tick(revived);

        // Then
        assertThat(heard.unchanged).isEmpty();
        assertThat(forwardedTo(Names.WRITE_CELLS, revived)).isEqualTo(1);
        assertThat(forwardedTo(Names.WRITE_SCORES, revived)).isEqualTo(1);
        assertThat(forwardedTo(Names.WRITE_RECOMMENDATIONS, revived))
                .isEqualTo(Pipeline.CATALOG.profiles().size());
    }

    private void process(long id, String device) {
        var run = Events.run(id, device, 10);
        var bytes = Codecs.benchmarkResult().encode(run);
        processor.process(new Record<>("m", new Received<>(run, bytes), 0));
    }

    private static void tick(MockProcessorContext<String, Object> context) {
        context.scheduledPunctuators()
                .forEach(it -> it.getPunctuator().punctuate(Events.NOON.toEpochMilli()));
    }

    private static int forwardedTo(String sink, MockProcessorContext<String, Object> context) {
        return context.forwarded(sink).size();
    }
}
