package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.deploy.broker.BrokerProcess;
import dev.chipwise.deploy.cli.CommandProcess;
import dev.chipwise.deploy.cli.Desk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Broker, scorer, snapshotter and sink, each a process of its own on one data directory. Whoever
 * was killed or gave up is started again by {@link #ensure}, as a service manager would.
 */
final class Pipeline implements AutoCloseable {

    /** What may be killed by itself. */
    enum Part {
        BROKER,
        SCORER,
        SNAPSHOTTER,
        SINK;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PATIENCE_TO_SETTLE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final Path directory;
    private final Map<Part, CommandProcess> stages = new EnumMap<>(Part.class);
    private BrokerProcess broker;

    private Pipeline(Path directory) {
        this.directory = directory;
    }

    /** Returns when every part does its work, or is about to. */
    static Pipeline start(Path directory) throws IOException {
        var pipeline = onlyBroker(directory);
        pipeline.ensureAll();
        return pipeline;
    }

    /** A broker with its topics; the stages come when they are ensured. */
    static Pipeline onlyBroker(Path directory) {
        var pipeline = new Pipeline(directory);
        pipeline.ensureBroker();
        pipeline.applyTopics();
        return pipeline;
    }

    /** Makes the topics that are missing. */
    void applyTopics() {
        var applied =
                desk().run(
                                "topics",
                                "apply",
                                "--bootstrap-server",
                                address(),
                                "--partitions",
                                "4",
                                "--replication-factor",
                                "1");
        assertThat(applied.code()).as(applied.err()).isZero();
    }

    Desk desk() {
        return new Desk(directory);
    }

    String address() {
        return broker.bootstrapServers();
    }

    /** Starts a part that is not alive; returns before it does its work. */
    CommandProcess begin(Part part) throws IOException {
        var stage = stages.get(part);
        if (stage == null || !stage.isAlive()) {
            stage = stage(directory, part);
            stages.put(part, stage);
        }
        return stage;
    }

    /** Starts a part that is not alive; returns when it does its work, or is about to. */
    void ensure(Part part) throws IOException {
        if (part == Part.BROKER) {
            ensureBroker();
        } else {
            begin(part).awaitSaying("running; health at");
        }
    }

    /** Whoever was killed, or gave up while others were away, is there again. */
    void ensureAll() throws IOException {
        for (var part : Part.values()) {
            ensure(part);
        }
    }

    /** Waits until everything is stored, while whoever gives up is started again, and checks it. */
    void assertExact(AckLedger ledger) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_TO_SETTLE.toNanos();
        var settled = false;
        while (!settled) {
            assertThat(System.nanoTime()).as(this::said).isLessThan(deadline);
            ensureAll();
            settled = desk().settled(BETWEEN_LOOKS);
        }
        Exactness.assertExact(desk(), ledger);
    }

    /** What each stage has said, for whoever has to find out why nothing moves. */
    private String said() {
        var words = new StringBuilder("not settled within " + PATIENCE_TO_SETTLE);
        stages.forEach(
                (part, process) -> {
                    words.append('\n').append(part.word()).append(" of pid ").append(process.pid());
                    words.append(process.isAlive() ? " runs: " : " has ended: ");
                    words.append(process.said());
                });
        return words.toString();
    }

    boolean isAlive(Part part) {
        return part == Part.BROKER ? !broker.onExit().isDone() : stages.get(part).isAlive();
    }

    /** A stage of this pipeline as a process that only the caller looks after. */
    CommandProcess stage(Path data, Part part, String... options) throws IOException {
        var words = new ArrayList<>(List.of("run", part.word()));
        words.addAll(List.of("--bootstrap-server", address(), "--replication-factor", "1"));
        words.addAll(List.of(options));
        return CommandProcess.start(data, words.toArray(String[]::new));
    }

    CommandProcess process(Part stage) {
        return stages.get(stage);
    }

    void kill(Part part) {
        if (part == Part.BROKER) {
            broker.kill();
        } else if (stages.containsKey(part)) {
            stages.get(part).kill();
        }
    }

    @Override
    public void close() {
        stages.values().forEach(CommandProcess::close);
        broker.kill();
    }

    private void ensureBroker() {
        if (broker == null || broker.onExit().isDone()) {
            broker = BrokerProcess.start(directory.resolve("broker"), 0, PATIENCE);
        }
    }
}
