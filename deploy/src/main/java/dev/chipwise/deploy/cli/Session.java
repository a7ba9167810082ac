package dev.chipwise.deploy.cli;

import dev.chipwise.ingest.cli.LocalPublishers;
import dev.chipwise.ingest.cli.Publishers;
import dev.chipwise.ingest.http.TokenFile;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.ClusterAdmin;
import dev.chipwise.schemas.kafka.Layout;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
import dev.chipwise.snapshotter.report.Report;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One call of the command line: the options given, and where its answers go. */
final class Session {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final GlobalOptions options;
    private final Catalog catalog = Catalog.shipped();
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    Session(GlobalOptions options, Clock clock, PrintStream out, PrintStream err) {
        this.options = options;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    Catalog catalog() {
        return catalog;
    }

    Clock clock() {
        return clock;
    }

    PrintStream out() {
        return out;
    }

    DataDirectory dataDirectory() {
        return options.dataDirectory();
    }

    GlobalOptions options() {
        return options;
    }

    /** Whether there is a cluster to talk to: the user's own, or that of a running {@code up}. */
    boolean hasCluster() {
        return options.hasOwnCluster() || RunningUp.find(dataDirectory()).isPresent();
    }

    Cluster cluster() {
        return options.cluster();
    }

    ClusterAdmin admin() {
        return new ClusterAdmin(cluster(), PATIENCE);
    }

    Topics topics() {
        return options.topics();
    }

    /** Every topic, with the dead-letter topics of the two topologies. */
    List<Topic<?, ?>> allTopics() {
        var topics = topics();
        var all = new ArrayList<Topic<?, ?>>(topics.all());
        for (var stage : List.of(Stage.SCORER, Stage.SNAPSHOTTER)) {
            all.add(topics.dlq(topics.applicationId(stage.word())));
        }
        return all;
    }

    /** How topics are spread: as asked, else as fits the broker of {@code up} or a cluster. */
    Layout layout(Integer partitions) {
        var standard = options.layout();
        return partitions == null ? standard : new Layout(partitions, standard.replicationFactor());
    }

    Publishers publishers() {
        return new LocalPublishers(this::cluster, this::topics, catalog, clock);
    }

    TokenFile tokens() {
        return new TokenFile(dataDirectory().tokens());
    }

    LocalStore store() {
        return new LocalStore(this);
    }

    /** An answer, on stdout. */
    void print(Report report) {
        out.print(options.output().render(report));
        out.flush();
    }

    /** The exit code of something that ran for long: it was told to stop, or something failed. */
    int ended(Optional<String> failure) {
        failure.ifPresent(
                words ->
                        err.println(
                                "chipwise: "
                                        + words
                                        + "; start it again to continue where it was"));
        return failure.isPresent() ? ExitCode.SOFTWARE_ERROR : ExitCode.OK;
    }

    /** A word about what happens, on stderr. */
    void say(String sentence) {
        if (!options.quiet()) {
            err.println(sentence);
            err.flush();
        }
    }
}
