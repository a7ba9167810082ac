package dev.chipwise.deploy.chaos;

import static org.awaitility.Awaitility.await;

import dev.chipwise.deploy.cli.CommandProcess;
import dev.chipwise.deploy.cli.Desk;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.ClusterAdmin;
import dev.chipwise.schemas.kafka.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Two sinks of one cluster that keep half of the partitions each, in a file of their own. */
final class Shards {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Stages stages;
    private final List<Path> directories;

    Shards(Stages stages, Path directory) {
        this.stages = stages;
        directories = List.of(directory.resolve("shard-0"), directory.resolve("shard-1"));
    }

    int count() {
        return directories.size();
    }

    CommandProcess begin(int shard) throws IOException {
        return stages.begin(
                directories.get(shard), "run", "sink", "--shard", shard + "/" + count());
    }

    Desk[] desks() {
        return directories.stream().map(Desk::new).toArray(Desk[]::new);
    }

    /** Returns when the two have stored everything that is in the topics. */
    void awaitAll(String bootstrapServers) {
        try (var admin = new ClusterAdmin(Cluster.at(bootstrapServers), PATIENCE)) {
            await().atMost(PATIENCE).until(() -> lag(admin) == 0);
        }
    }

    /** Each of them lags behind all of what the other one keeps. */
    private long lag(ClusterAdmin admin) {
        var topics = Topics.withDefaultPrefix();
        long lag = -admin.ends(topics.all()).values().stream().mapToLong(end -> end).sum();
        for (int shard = 0; shard < count(); shard++) {
            lag += admin.lag(topics.applicationId("sink-" + shard), topics.all());
        }
        return lag;
    }
}
