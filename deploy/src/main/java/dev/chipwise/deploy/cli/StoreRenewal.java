package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.broker.BrokerProcess;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.snapshotter.cli.StoreCare.Renewal;
import dev.chipwise.snapshotter.duckdb.CopyDirectory;
import dev.chipwise.snapshotter.duckdb.DuckDbSettings;
import dev.chipwise.snapshotter.duckdb.DuckDbStore;
import dev.chipwise.snapshotter.duckdb.PublishedCopy;
import dev.chipwise.snapshotter.duckdb.ReadOnlyCopy;
import dev.chipwise.snapshotter.duckdb.Replacement;
import dev.chipwise.snapshotter.kafka.KafkaTopicReader;
import dev.chipwise.snapshotter.kafka.Replay;
import dev.chipwise.snapshotter.kafka.Shard;
import dev.chipwise.snapshotter.kafka.SinkConfig;
import dev.chipwise.snapshotter.store.Contents;
import dev.chipwise.snapshotter.store.Finding;
import dev.chipwise.snapshotter.store.StoreVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes the store of a data directory anew, from the topics or a published copy, while nothing else
 * runs there. The new file takes the old one's place only when it is sound.
 */
final class StoreRenewal {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Session session;
    private final boolean dryRun;

    StoreRenewal(Session session, boolean dryRun) {
        this.session = session;
        this.dryRun = dryRun;
    }

    Renewal fromTopics(Shard shard) {
        return alone(() -> withCluster(cluster -> rebuild(cluster, shard)));
    }

    Renewal fromCopy() {
        return alone(
                () -> {
                    var copy = newestCopy();
                    var replacement = replacement();
                    replacement.copy(copy);
                    return finish(
                            replacement, copy.file().toString(), StoreVerifier::verifyRecords);
                });
    }

    private Renewal rebuild(Cluster cluster, Shard shard) {
        var config = SinkConfig.of(cluster, session.topics()).keeping(shard);
        var validator = new ResultValidator(session.catalog());
        var replacement = replacement();
        try (var store =
                DuckDbStore.open(replacement.draft(), DuckDbSettings.DEFAULT, session.catalog())) {
            Replay.into(store, config, validator, session.clock());
        }
        try (var topics = new KafkaTopicReader(config, validator)) {
            return finish(
                    replacement,
                    "topics of " + cluster.bootstrapServers(),
                    contents -> StoreVerifier.verifyRecords(contents, topics, session.catalog()));
        }
    }

    private Renewal finish(
            Replacement made, String source, Function<Contents, List<Finding>> check) {
        List<Finding> findings;
        long rows;
        try (var copy =
                ReadOnlyCopy.open(made.draft(), DuckDbSettings.DEFAULT, session.catalog())) {
            findings = check.apply(copy.contents());
            rows = copy.contents().rowsByTopic().values().stream().mapToLong(n -> n).sum();
        }
        var file = session.dataDirectory().storeFile();
        if (dryRun || !findings.isEmpty()) {
            made.discard();
            session.say("nothing was changed");
            return new Renewal(file, source, null, rows, findings);
        }
        return new Renewal(file, source, made.takePlace().orElse(null), rows, findings);
    }

    private Replacement replacement() {
        return Replacement.of(session.dataDirectory().newStoreFile());
    }

    private PublishedCopy newestCopy() {
        var directory = session.dataDirectory().copies();
        try {
            return CopyDirectory.newest(directory)
                    .orElseThrow(
                            () ->
                                    new UsageException(
                                            "there is no published copy in "
                                                    + directory
                                                    + "; run: chipwise store rebuild"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    private Renewal alone(Supplier<Renewal> work) {
        var ownership = RunningUp.own(session.dataDirectory());
        try {
            return work.get();
        } finally {
            ownership.close();
        }
    }

    /** The user's own cluster, or for as long as it is needed the broker of the data directory. */
    private Renewal withCluster(Function<Cluster, Renewal> work) {
        if (session.options().hasOwnCluster()) {
            return work.apply(session.cluster());
        }
        session.say("starting the broker …");
        try (var broker = BrokerProcess.start(session.dataDirectory().broker(), 0, PATIENCE)) {
            return work.apply(Cluster.at(broker.bootstrapServers()));
        }
    }
}
