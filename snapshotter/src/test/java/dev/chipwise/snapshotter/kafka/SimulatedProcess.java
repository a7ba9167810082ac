package dev.chipwise.snapshotter.kafka;

import dev.chipwise.snapshotter.store.BatchOutcome;
import dev.chipwise.snapshotter.store.ResultStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * A process that runs the sink on a thread of its own, one at a time in the whole simulation: it
 * goes on only when told to, stands still at named steps, and may die at any of them.
 */
final class SimulatedProcess implements SinkListener {

    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(
                    task -> {
                        var thread = new Thread(task, "simulated-process");
                        thread.setDaemon(true);
                        return thread;
                    });

    private final String name;
    private final Simulation world;
    private final SinkConfig.Limits limits;
    private final Semaphore turn = new Semaphore(0);
    private final Semaphore done = new Semaphore(0);
    private SinkConsumer sink;
    private ResultStore store;
    private String standsAt = "";
    private int pausesLeft;
    private boolean crashing;
    private boolean ended;
    private boolean assigned;
    private Throwable failure;

    SimulatedProcess(String name, Simulation world, SinkConfig.Limits limits) {
        this.name = name;
        this.world = world;
        this.limits = limits;
        THREADS.execute(this::live);
    }

    /** The end of a process without a word. */
    static final class Crash extends Error {

        private static final long serialVersionUID = 1L;

        Crash(String where) {
            super(where, null, false, false);
        }
    }

    /** Lets it pass this many pauses; at the next one it stands still, or dies. */
    void advance(int pauses, boolean thenCrash) {
        pausesLeft = pauses;
        crashing = thenCrash;
        turn.release();
        done.acquireUninterruptibly();
    }

    /** Ends it wherever it stands. */
    void crash() {
        if (!ended) {
            advance(0, true);
        }
    }

    private void live() {
        turn.acquireUninterruptibly();
        try {
            store = world.disk().open(this);
            sink = sink();
            sink.run();
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            world.disk().drop(store);
            ended = true;
            done.release();
        }
    }

    private SinkConsumer sink() {
        return new SinkConsumer(
                world.consumer(this),
                world.topics(),
                SimulatedTopics.READER,
                new BatchBuilder(limits),
                store,
                new SinkConsumer.Hearing(this, world.clock()));
    }

    /** Called by the process itself, between any two things that the rest of the world can see. */
    void pause(String where) {
        world.trace(name + " " + where);
        standsAt = where;
        while (pausesLeft == 0) {
            if (crashing) {
                world.count("crash at " + where.replaceAll(" \\d+", ""));
                throw new Crash(where);
            }
            done.release();
            turn.acquireUninterruptibly();
        }
        pausesLeft--;
    }

    void waited(Duration wait) {
        world.clock().advance(wait);
    }

    void stop() {
        if (sink != null) {
            sink.stop();
        }
    }

    boolean isWriting() {
        return assigned && !standsAt.startsWith("poll");
    }

    boolean isAssigned() {
        return assigned;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Why it ended, or null when it was asked to. */
    Throwable failure() {
        return failure;
    }

    @Override
    public void started(int partitions) {
        assigned = true;
        pause("reads " + partitions + " partitions");
    }

    @Override
    public void committed(
            BatchOutcome outcome, Duration took, Instant oldest, Instant committedAt) {
        world.acknowledged(this, outcome);
        pause("has written batch " + outcome.batch());
    }

    @Override
    public String toString() {
        return name;
    }
}
