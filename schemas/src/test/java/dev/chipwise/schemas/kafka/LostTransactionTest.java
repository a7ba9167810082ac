package dev.chipwise.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

/** What a topology does about a failure depends on whether beginning anew would help. */
class LostTransactionTest {

    @Test
    void aTransactionThatTheClusterGaveUpIsBegunAnew() {
        var lost = new StreamsException("commit", new InvalidTxnStateException("invalid state"));

        assertThat(StreamsProcess.response(lost))
                .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }

    @Test
    void aSetupOrWorldThatIsWrongStopsTheProcess() {
        for (var cause :
                new RuntimeException[] {
                    new TopicAuthorizationException("not allowed"),
                    new FencedInstanceIdException("another one has this name"),
                    new TimeoutException("nobody answers"),
                    new IllegalStateException("a defect")
                }) {
            assertThat(StreamsProcess.response(new StreamsException("it failed", cause)))
                    .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        }
    }
}
