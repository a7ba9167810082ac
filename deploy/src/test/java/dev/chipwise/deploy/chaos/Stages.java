package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.deploy.cli.CommandProcess;
import dev.chipwise.deploy.cli.Desk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scorer, snapshotter and sink against a cluster, each started once: nobody starts one again that
 * gives up.
 */
final class Stages implements AutoCloseable {

    private static final String PARTITIONS = "4";

    private final String bootstrapServers;
    private final int replicas;
    private final Path directory;
    private final Map<String, CommandProcess> stages = new LinkedHashMap<>();

    private Stages(String bootstrapServers, int replicas, Path directory) {
        this.bootstrapServers = bootstrapServers;
        this.replicas = replicas;
        this.directory = directory;
    }

    /** Returns when the topics are there and every stage does its work, or is about to. */
    static Stages start(String bootstrapServers, int replicas, Path directory) throws IOException {
        var stages = new Stages(bootstrapServers, replicas, directory);
        var started = false;
        try {
            stages.open();
            started = true;
            return stages;
        } finally {
            if (!started) {
                stages.close();
            }
        }
    }

    private void open() throws IOException {
        var topics = desk().bare(words("topics", "apply", "--partitions", PARTITIONS));
        assertThat(topics.code()).as(topics.err()).isZero();
        for (var stage : List.of("sink", "snapshotter", "scorer")) {
            stages.put(stage, begin(directory, "run", stage));
        }
        stages.values().forEach(stage -> stage.awaitSaying("running; health at"));
    }

    Desk desk() {
        return new Desk(directory);
    }

    /** One more stage of this cluster, which the caller looks after. */
    CommandProcess begin(Path data, String... command) throws IOException {
        return CommandProcess.start(data, words(command));
    }

    /** Whoever rides a fault out is the process that was there before it. */
    void assertAlive() throws IOException {
        for (var stage : stages.entrySet()) {
            assertThat(stage.getValue().isAlive())
                    .as(stage.getKey() + " said: " + stage.getValue().said())
                    .isTrue();
        }
    }

    @Override
    public void close() {
        stages.values().forEach(CommandProcess::close);
    }

    private String[] words(String... command) {
        var words = new ArrayList<>(Arrays.asList(command));
        words.addAll(List.of("--bootstrap-server", bootstrapServers));
        words.addAll(List.of("--replication-factor", Integer.toString(replicas)));
        return words.toArray(String[]::new);
    }
}
