package dev.chipwise.snapshotter.kafka;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Work of other threads for the one that owns the store. */
final class BetweenBatches {

    private final Queue<Work> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean refusing;

    /** A piece of work, and where its answer or failure goes. */
    private record Work(Runnable task, CompletableFuture<?> answer) {}

    <T> CompletableFuture<T> add(Supplier<T> work) {
        var answer = new CompletableFuture<T>();
        answer.completeAsync(work, task -> waiting.add(new Work(task, answer)));
        if (refusing) {
            refuse();
        }
        return answer;
    }

    void runAll() {
        for (var work = waiting.poll(); work != null; work = waiting.poll()) {
            work.task().run();
        }
    }

    void refuse() {
        refusing = true;
        for (var work = waiting.poll(); work != null; work = waiting.poll()) {
            work.answer()
                    .completeExceptionally(
                            new IllegalStateException(
                                    "the sink has stopped; start it and ask again"));
        }
    }
}
