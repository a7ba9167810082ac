package dev.chipwise.schemas.kafka;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TimeoutException;

/** Waits for what a cluster answers; a client's own timeout bounds the wait. */
final class Answers {

    private Answers() {}

    /**
     * The answer.
     *
     * @throws ClusterUnreachable when there is none
     * @throws KafkaException the cluster's refusal, as Kafka names it
     */
    static <T> T of(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw translated(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterUnreachable("interrupted while the Kafka cluster was asked", e);
        }
    }

    private static RuntimeException translated(Throwable cause) {
        if (cause instanceof TimeoutException || cause instanceof DisconnectException) {
            return new ClusterUnreachable(
                    "the Kafka cluster does not answer: " + cause.getMessage(), cause);
        }
        return cause instanceof RuntimeException refusal ? refusal : new KafkaException(cause);
    }
}
