package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.adapter.Formats;
import dev.chipwise.ingest.git.Workplace;
import dev.chipwise.ingest.http.TokenFile;
import dev.chipwise.ingest.kafka.KafkaVersionLog;
import dev.chipwise.ingest.publish.FreshEnvelopes;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.kafka.Cluster;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;

/** What the commands of the publisher alone work with; nothing is opened here. */
record PublishWiring(ConnectionOptions connection, Map<String, String> environment)
        implements WaitUntilQueryable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    Neighbours with(Console console) {
        var catalog = Catalog.shipped();
        var clock = console.clock();
        return new Neighbours(
                new Formats(catalog),
                new LocalPublishers(this::cluster, connection::topics, catalog, clock),
                () -> new KafkaVersionLog(cluster(), connection.topics(), PATIENCE),
                PublishWiring::noTokens,
                this,
                new FreshEnvelopes(new SplittableRandom(new SecureRandom().nextLong()), clock),
                new Workplace(environment, Path.of("")),
                console);
    }

    @Override
    public void requirePossible() {
        throw new IllegalArgumentException(
                "--wait needs 'chipwise', which knows the stages; leave it away here");
    }

    @Override
    public boolean await(
            SortedMap<String, SortedMap<Integer, Long>> lastOffsets, Duration patience) {
        requirePossible();
        return false;
    }

    private Cluster cluster() {
        return connection
                .ownCluster()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "say where to publish: --gateway URL, or"
                                                + " --bootstrap-server HOST:PORT"));
    }

    private static TokenFile noTokens() {
        throw new IllegalStateException("the publisher alone keeps no tokens");
    }
}
