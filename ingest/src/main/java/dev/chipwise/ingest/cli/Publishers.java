package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.publish.Publisher;
import java.util.Optional;

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

    /** One that applies the same rules and publishes nothing; it needs no cluster. */
    Publisher dry();
}
