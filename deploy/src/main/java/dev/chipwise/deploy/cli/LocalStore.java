package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.ops.OpsClient;
import dev.chipwise.ingest.cli.NotReachableException;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.scorer.score.Scorer;
import dev.chipwise.snapshotter.cli.StoreAccess;
import dev.chipwise.snapshotter.cli.StoreCare;
import dev.chipwise.snapshotter.duckdb.CopyExport;
import dev.chipwise.snapshotter.duckdb.DuckDbSettings;
import dev.chipwise.snapshotter.duckdb.ReadOnlyCopy;
import dev.chipwise.snapshotter.kafka.KafkaTopicReader;
import dev.chipwise.snapshotter.kafka.Shard;
import dev.chipwise.snapshotter.kafka.SinkConfig;
import dev.chipwise.snapshotter.report.Table;
import dev.chipwise.snapshotter.snapshot.Snapshots;
import dev.chipwise.snapshotter.store.Finding;
import dev.chipwise.snapshotter.store.Queries;
import dev.chipwise.snapshotter.store.StoreVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The store of the data directory: a fresh copy from the {@code up} that writes it, or the file
 * itself when nobody does.
 */
final class LocalStore implements StoreAccess, StoreCare {

    private static final Duration SQL_PATIENCE = Duration.ofMinutes(10);
    private static final Duration COPY_PATIENCE = Duration.ofMinutes(5);

    private final Session session;

    LocalStore(Session session) {
        this.session = session;
    }

    @Override
    public Queries queries() {
        return ReadOnlyCopy.queries(copy(), DuckDbSettings.DEFAULT, session.catalog());
    }

    @Override
    public Table sql(String statement, int mostRows) {
        try (var copy = open()) {
            var answer = copy.query(statement, mostRows, SQL_PATIENCE);
            if (answer.truncated()) {
                session.say("only the first " + mostRows + " rows are shown; see --max-rows");
            }
            return new Table(answer.columns(), answer.rows());
        }
    }

    @Override
    public List<Finding> verify() {
        var verifier =
                new StoreVerifier(
                        new Scorer(session.catalog()),
                        session.catalog(),
                        (version, scores) -> Snapshots.of(version, scores, 0).contentHash());
        try (var copy = open()) {
            if (!session.hasCluster()) {
                session.say(
                        "nothing runs here, so the topics are not compared (I1); the rest is checked");
                return verifier.verify(copy.contents());
            }
            try (var topics = topicReader()) {
                return verifier.verify(copy.contents(), topics);
            }
        }
    }

    private KafkaTopicReader topicReader() {
        return new KafkaTopicReader(
                SinkConfig.of(session.cluster(), session.topics()),
                new ResultValidator(session.catalog()));
    }

    @Override
    public Path copy() {
        return RunningUp.find(session.dataDirectory())
                .map(LocalStore::freshCopy)
                .orElseGet(this::file);
    }

    @Override
    public List<Path> export(Path directory) {
        return CopyExport.toParquet(copy(), directory, DuckDbSettings.DEFAULT);
    }

    @Override
    public Renewal rebuild(String shard, boolean dryRun) {
        return new StoreRenewal(session, dryRun).fromTopics(Shard.parse(shard));
    }

    @Override
    public Renewal restore(boolean dryRun) {
        return new StoreRenewal(session, dryRun).fromCopy();
    }

    private ReadOnlyCopy open() {
        return ReadOnlyCopy.open(copy(), DuckDbSettings.DEFAULT, session.catalog());
    }

    private Path file() {
        var file = session.dataDirectory().storeFile();
        if (!Files.exists(file)) {
            throw new NotReachableException(
                    "there is no store in "
                            + session.dataDirectory().root()
                            + " yet; start 'chipwise up' or 'chipwise demo', or name another --data-dir");
        }
        return file;
    }

    private static Path freshCopy(RunningUp up) {
        try {
            return new OpsClient(up.opsPort(), COPY_PATIENCE).copy();
        } catch (IOException e) {
            throw new NotReachableException(
                    "the running chipwise (pid "
                            + up.pid()
                            + ") gave no copy of the store: "
                            + e.getMessage());
        }
    }
}
