package dev.chipwise.deploy.chaos;

import dev.chipwise.deploy.cli.CommandProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Instances of stages that come, and then go in order or by {@code kill -9}, as chance will. */
final class ClusterStorm implements AutoCloseable {

    private static final Duration LONGEST_STAY = Duration.ofSeconds(4);

    /** Starts one and the same instance every time. */
    private interface Instance {
        CommandProcess begin() throws IOException;
    }

    private final Chance chance;
    private final List<Instance> instances = new ArrayList<>();
    private final List<CommandProcess> running = new ArrayList<>();

    /** Two more scorers beside the one that stays, and both shards. */
    ClusterStorm(Chance chance, Stages stages, Path directory, Shards shards) {
        this.chance = chance;
        for (var name : List.of("1", "2")) {
            var own = directory.resolve("scorer-" + name);
            instances.add(() -> stages.begin(own, "run", "scorer", "--instance", name));
        }
        for (int i = 0; i < shards.count(); i++) {
            int shard = i;
            instances.add(() -> shards.begin(shard));
        }
    }

    /** All come; after a while one after the other goes. */
    void round() throws IOException, InterruptedException {
        for (var instance : instances) {
            running.add(instance.begin());
        }
        for (var each : running) {
            each.awaitSaying("running; health at");
        }
        while (!running.isEmpty()) {
            chance.letPass(LONGEST_STAY);
            var leaving = chance.oneOf(running);
            running.remove(leaving);
            if (chance.oneIn(2)) {
                leaving.kill();
            } else {
                leaving.stop();
            }
        }
    }

    @Override
    public void close() {
        running.forEach(CommandProcess::close);
    }
}
