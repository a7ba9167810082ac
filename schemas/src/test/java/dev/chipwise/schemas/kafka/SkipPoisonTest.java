package dev.chipwise.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler.Result;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class SkipPoisonTest {

    private final Record<String, String> record = new Record<>("key", "value", 0);

    @Test
    void aRecordThatCannotBeProcessedGoesToTheDeadLettersAsItCame() {
        // Given
        var handler = new SkipPoison();
        handler.configure(Map.of("errors.dead.letter.queue.topic.name", "chipwise.scorer.dlq"));
        byte[] key = {1};
        byte[] value = {2};
        var context =
                new DefaultErrorHandlerContext(
                        null,
                        "t",
                        0,
                        42,
                        new RecordHeaders(),
                        "score",
                        new TaskId(0, 0),
                        0,
                        key,
                        value);

        // When
        var response = handler.handleError(context, record, new IllegalStateException("a bug"));

        // Then
        assertThat(response.result()).isEqualTo(Result.RESUME);
        assertThat(response.deadLetterQueueRecords())
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.topic()).isEqualTo("chipwise.scorer.dlq");
                            assertThat(letter.key()).isEqualTo(key);
                            assertThat(letter.value()).isEqualTo(value);
                        });
    }

    @Test
    void aBrokenStoreStopsTheProcess() {
        assertThat(
                        new SkipPoison()
                                .handleError(null, record, new ProcessorStateException("disk"))
                                .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void aBrokenDiskStopsTheProcess() {
        var failure = new UncheckedIOException(new IOException("disk"));
        assertThat(new SkipPoison().handleError(null, record, failure).result())
                .isEqualTo(Result.FAIL);
    }
}
