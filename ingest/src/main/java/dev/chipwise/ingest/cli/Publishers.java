package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.ingest.publish.SpoolingPublisher;
import dev.chipwise.ingest.publish.spool.Spool;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes publishers; whoever asks closes them. */
public interface Publishers {

    /** One that publishes to the cluster the user named. */
    Publisher connected();

    /**
     * One that publishes through a gateway.
     *
     * @param url where it is
     * @param token its bearer token's text
     */
    Publisher through(String url, Optional<String> token);

    /**
     * One that keeps on disk what the target does not take; what the rules refuse is never kept.
     *
     * @param spool owned by the publisher from now on
     * @param target one of the other publishers, made whenever it is tried again
     */
    SpoolingPublisher spooling(Spool spool, Supplier<Publisher> target);

    /** One that applies the same rules and publishes nothing; it needs no cluster. */
    Publisher dry();
}
