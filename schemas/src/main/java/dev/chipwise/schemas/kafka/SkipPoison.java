package dev.chipwise.schemas.kafka;

import java.io.UncheckedIOException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends a record that makes a processor fail to the dead letters and goes on; a broken store or
 * cluster stops the process.
 */
public final class SkipPoison extends LogAndContinueProcessingExceptionHandler {

    @Override
    public Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        boolean worldIsBroken =
                exception instanceof KafkaException || exception instanceof UncheckedIOException;
        return worldIsBroken ? Response.fail() : super.handleError(context, record, exception);
    }
}
