package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.ops.OpsClient;
import dev.chipwise.schemas.kafka.ClusterAdmin;
import dev.chipwise.schemas.kafka.OpenTransaction;
import dev.chipwise.schemas.kafka.TopicPlan;
import dev.chipwise.snapshotter.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Looks at everything that has to be up and says what is not. */
@Command(
        name = "doctor",
        description = "Check everything that is needed; exit 0 only when all of it is up.")
final class DoctorCommand implements Callable<Integer> {

    private static final long LEAST_FREE_BYTES = 1L << 30;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Session session;
    private final Table.Builder findings = Table.of("check", "ok", "detail");
    private boolean healthy = true;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        check("java", () -> "runs on " + Runtime.version());
        check("data directory", this::dataDirectory);
        check("running here", this::runningHere);
        check("cluster", this::cluster);
        check("topics", this::topics);
        check("transactions", this::transactions);
        for (var stage : Stage.readers()) {
            check(stage.word(), () -> lag(stage));
        }
        check("store", this::store);
        session.print(findings.build());
        return healthy ? ExitCode.OK : ExitCode.SOFTWARE_ERROR;
    }

    /** A check says what it saw, or throws what is wrong. */
    private void check(String name, Supplier<String> looking) {
        try {
            findings.row(name, true, looking.get());
        } catch (RuntimeException wrong) {
            healthy = false;
            findings.row(name, false, wrong.getMessage());
        }
    }

    private String dataDirectory() {
        var root = session.dataDirectory().root();
        if (!Files.isWritable(root)) {
            throw new UsageException(root + " cannot be written");
        }
        long free = root.toFile().getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new UsageException(
                    root
                            + " has only "
                            + (free >> 20)
                            + " MB free; the sink stops when the disk is full");
        }
        return root + ", " + (free >> 30) + " GB free";
    }

    private String runningHere() {
        var up = RunningUp.find(session.dataDirectory());
        if (up.isEmpty()) {
            return "nothing";
        }
        var port = up.get().opsPort();
        try {
            new OpsClient(port, PATIENCE).requireReady();
        } catch (IOException notReady) {
            throw new UsageException("not ready: " + notReady.getMessage());
        }
        return "every stage is ready, health at http://127.0.0.1:" + port + "/readyz";
    }

    private String cluster() {
        try (var admin = session.admin()) {
            return session.cluster().bootstrapServers() + ", id " + admin.clusterId();
        }
    }

    private String topics() {
        try (var admin = session.admin()) {
            var wrong =
                    admin.topics().plan(session.allTopics(), session.layout(null)).stream()
                            .filter(
                                    topic ->
                                            topic.status() == TopicPlan.Status.MISSING
                                                    || topic.status() == TopicPlan.Status.DIFFERENT)
                            .map(topic -> topic.topic().fullName())
                            .toList();
            if (!wrong.isEmpty()) {
                throw new UsageException(
                        "not as they should be: " + wrong + "; see 'chipwise topics plan'");
            }
            return session.allTopics().size() + " as they should be";
        }
    }

    private String transactions() {
        try (var admin = session.admin()) {
            var hanging = admin.hangingTransactions(session.topics().prefix());
            if (!hanging.isEmpty()) {
                throw new UsageException(
                        "open for ever: "
                                + hanging.stream()
                                        .map(DoctorCommand::place)
                                        .collect(Collectors.joining(", "))
                                + "; end each with Kafka's own kafka-transactions.sh abort --topic"
                                + " --partition --start-offset");
            }
            return "none is left open";
        }
    }

    private static String place(OpenTransaction hanging) {
        return hanging.partition() + " from offset " + hanging.startOffset();
    }

    private String lag(Stage stage) {
        try (ClusterAdmin admin = session.admin()) {
            long lag =
                    admin.lag(
                            session.topics().applicationId(stage.word()),
                            stage.reads(session.topics()));
            var members = admin.members(session.topics().applicationId(stage.word()));
            if (stage.isTopology() && members == 0) {
                throw new UsageException("no instance is running");
            }
            return lag + " records behind";
        }
    }

    private String store() {
        try (var queries = session.store().queries()) {
            return queries.models().size() + " models";
        }
    }
}
