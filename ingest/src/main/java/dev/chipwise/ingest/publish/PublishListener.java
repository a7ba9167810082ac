package dev.chipwise.ingest.publish;

import dev.chipwise.schemas.domain.Reason;
import java.time.Duration;

/**
 * Is told what becomes of events, for metrics. Called from many threads, also from those of the
 * publisher, so it must not block.
 */
public interface PublishListener {

    /** Listens to nothing. */
    PublishListener NONE = new PublishListener() {};

    /** An event was handed over. */
    default void published() {}

    /** It is kept by all replicas, so long after it was handed over. */
    default void accepted(Duration after) {}

    default void refused(Reason reason) {}

    /** It is safe on this machine's disk, to be sent later. */
    default void spooled() {}

    /** What became of it cannot be known; it may be published again. */
    default void undelivered() {}
}
