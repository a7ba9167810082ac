package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.ops.Health;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Several stages in one process; they stop in the order of the data's path, so that each drains
 * into the next.
 */
final class RunningStages implements AutoCloseable, Health {

    private final List<RunningStage> stages = Collections.synchronizedList(new ArrayList<>());

    void add(RunningStage stage) {
        stages.add(stage);
    }

    @Override
    public String failed() {
        return words(stage -> stage.failure().isPresent(), "has failed");
    }

    @Override
    public String notReady() {
        return words(stage -> !stage.isReady(), "is not ready");
    }

    /** The failure that matters: the first, in the order of the data's path. */
    String firstFailure() {
        return snapshot().stream()
                .filter(stage -> stage.failure().isPresent())
                .map(
                        stage ->
                                "the "
                                        + stage.stage().word()
                                        + " stopped: "
                                        + stage.failure().get().getMessage())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        snapshot().stream()
                .sorted((a, b) -> a.stage().compareTo(b.stage()))
                .forEach(RunningStage::close);
    }

    private String words(Predicate<RunningStage> condition, String words) {
        return snapshot().stream()
                .filter(condition)
                .map(stage -> stage.stage().word() + " " + words)
                .collect(Collectors.joining("; "));
    }

    private List<RunningStage> snapshot() {
        synchronized (stages) {
            return List.copyOf(stages);
        }
    }
}
