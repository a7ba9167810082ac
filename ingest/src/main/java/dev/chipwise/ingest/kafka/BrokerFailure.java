package dev.chipwise.ingest.kafka;

import dev.chipwise.ingest.publish.Undelivered;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Says in words what to do when the broker fails. */
final class BrokerFailure {

    private static final String NO_TOPIC =
            "create it with 'chipwise topics apply' ('chipwise up' does it by itself)";

    /** How Kafka begins to say that no name was found; it has no type of its own. */
    private static final String UNRESOLVED = "No resolvable bootstrap urls";

    private BrokerFailure() {}

    static Undelivered of(Throwable cause, String bootstrapServers, String topic) {
        return new Undelivered(message(cause, bootstrapServers, topic), cause);
    }

    /** Why there is no client: its settings are wrong, or nobody knows the broker's name now. */
    static RuntimeException ofSettings(KafkaException failure, String bootstrapServers) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        if (String.valueOf(cause.getMessage()).startsWith(UNRESOLVED)) {
            return new Undelivered(
                    "the name in "
                            + bootstrapServers
                            + " leads nowhere; is the network up and --bootstrap-server right?",
                    failure);
        }
        return new IllegalArgumentException(
                "Kafka refuses the settings: " + cause.getMessage(), failure);
    }

    private static String message(Throwable cause, String bootstrapServers, String topic) {
        if (cause instanceof UnknownTopicOrPartitionException) {
            return "there is no topic " + topic + " at " + bootstrapServers + "; " + NO_TOPIC;
        }
        if (cause instanceof TimeoutException) {
            return "no answer from "
                    + bootstrapServers
                    + " in time for topic "
                    + topic
                    + "; is the broker up and --bootstrap-server right? If the topic is missing, "
                    + NO_TOPIC;
        }
        if (cause instanceof AuthenticationException) {
            return bootstrapServers
                    + " did not accept the credentials; check --command-config: "
                    + cause.getMessage();
        }
        if (cause instanceof AuthorizationException) {
            return "not allowed on topic "
                    + topic
                    + " at "
                    + bootstrapServers
                    + "; ask for the right to use it";
        }
        return "the broker at " + bootstrapServers + " failed: " + cause.getMessage();
    }
}
