package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.publish.Publisher;

/** Makes publishers; whoever asks closes them. */
public interface Publishers {

    /** One that publishes to the cluster the user named. */
    Publisher connected();

    /** One that applies the same rules and publishes nothing; it needs no cluster. */
    Publisher dry();
}
