package dev.chipwise.schemas.kafka;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;

/**
 * Tells a transaction that the cluster gave up, as it does when a broker is away for longer than
 * one may take. Nothing of it took effect, so whoever begins anew continues where it was.
 */
final class LostTransaction {

    private static final List<Class<? extends Throwable>> SIGNS =
            List.of(
                    InvalidPidMappingException.class,
                    InvalidProducerEpochException.class,
                    InvalidTxnStateException.class,
                    OutOfOrderSequenceException.class,
                    ProducerFencedException.class,
                    TransactionAbortableException.class,
                    TransactionAbortedException.class);

    private LostTransaction() {}

    /** Whether that is what is behind a failure. */
    static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> SIGNS.stream().anyMatch(sign -> sign.isInstance(cause)));
    }
}
