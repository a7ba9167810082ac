package dev.chipwise.snapshotter.kafka;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.samples.Samples;
import dev.chipwise.snapshotter.store.BatchOutcome;
import dev.chipwise.snapshotter.store.FencedException;
import dev.chipwise.snapshotter.store.LaneProgress;
import dev.chipwise.snapshotter.store.StoreException;
import dev.chipwise.snapshotter.store.StoreVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * A world in which sinks run: one seed decides every step of brokers, producers, processes and
 * disk. It says which seed and which steps led to whatever must not be.
 */
final class Simulation {

    private static final StoreVerifier VERIFIER =
            new StoreVerifier(
                    SimulatedScorer.SCORING,
                    Catalog.shipped(),
                    (version, scores) -> SimulatedScorer.SNAPSHOT_HASH);

    private final long seed;
    private final Setup setup;
    private final Random random;
    private final Map<String, Integer> counts;
    private final SimulatedClock clock = new SimulatedClock(Samples.RECORDED_AT);
    private final SimulatedTopics topics = new SimulatedTopics();
    private final Oracle oracle = new Oracle(topics);
    private final SimulatedTraffic traffic;
    private final SimulatedScorer scorer;
    private final SimulatedDisk disk;
    private final List<SimulatedProcess> processes = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private final Map<Object, Long> progress = new TreeMap<>();
    private String broken;

    /** What the sinks of a simulation run on. */
    record Setup(
            Function<Simulation, SimulatedDisk> disk,
            Function<SimulatedConsumer.World, Consumer<byte[], byte[]>> consumer,
            int mostProcesses,
            int steps) {}

    Simulation(long seed, Setup setup, Map<String, Integer> counts) {
        this.seed = seed;
        this.setup = setup;
        this.counts = counts;
        random = new Random(seed);
        traffic = new SimulatedTraffic(topics, random);
        scorer = new SimulatedScorer(topics, oracle, random);
        disk = setup.disk().apply(this);
    }

    /** Lives through a number of steps, comes to rest without faults, and must then be right. */
    void run() {
        var fate = new Fate(this, random);
        try {
            int steps = setup.steps() / 2 + random.nextInt(setup.steps());
            for (int step = 0; step < steps; step++) {
                fate.act();
            }
            comeToRest();
            check();
        } finally {
            processes.forEach(SimulatedProcess::crash);
        }
    }

    SimulatedTopics topics() {
        return topics;
    }

    SimulatedTraffic traffic() {
        return traffic;
    }

    SimulatedScorer scorer() {
        return scorer;
    }

    SimulatedDisk disk() {
        return disk;
    }

    SimulatedClock clock() {
        return clock;
    }

    Consumer<byte[], byte[]> consumer(SimulatedProcess process) {
        return setup.consumer().apply(new SimulatedConsumer.World(topics, process, random));
    }

    /** Processes that have not ended; those that do not own the store do not know it yet. */
    List<SimulatedProcess> alive() {
        return processes.stream().filter(process -> !process.hasEnded()).toList();
    }

    boolean hasRoomForAProcess() {
        return alive().size() < setup.mostProcesses();
    }

    SimulatedProcess startProcess() {
        var limits =
                new SinkConfig.Limits(
                        1 + random.nextInt(12), 1 << 20, Duration.ofMillis(random.nextInt(300)));
        var process = new SimulatedProcess("sink" + processes.size(), this, limits);
        processes.add(process);
        return process;
    }

    /** Lets a process go on, and looks at how it ended if it did. */
    void advance(SimulatedProcess process, int pauses, boolean thenCrash) {
        process.advance(pauses, thenCrash);
        if (process.hasEnded()) {
            trace(process + " ended: " + process.failure());
            judge(process, process.failure());
        }
        require(broken == null, broken);
    }

    private void judge(SimulatedProcess process, Throwable failure) {
        boolean isCurrent = disk.isCurrent(process);
        if (failure == null || failure instanceof SimulatedProcess.Crash) {
            count(failure == null ? "stopped" : "crashed");
        } else if (failure instanceof StoreException) {
            count("ended by a failed write");
        } else if (failure instanceof FencedException && !isCurrent) {
            count("fenced");
        } else if (failure instanceof ProgressLostException && !isCurrent) {
            count("outdated, and behind retention");
        } else {
            throw failure(process + " died", failure);
        }
    }

    /** A process has passed the fence, and will write. */
    void fenced(SimulatedProcess process) {
        if (!disk.isCurrent(process)) {
            broken = process + " writes, though another one owns the store";
        }
    }

    /** A batch is in the store. */
    void committed() {
        count("batches");
        for (var lane : disk.progress().lanes().values()) {
            var before = progress.put(lane.lane(), lane.nextOffset());
            if (before != null && before > lane.nextOffset()) {
                broken = "progress went back from " + before + " to " + lane;
            }
        }
    }

    /** A process was told that its batch is in the store. */
    void acknowledged(SimulatedProcess process, BatchOutcome outcome) {
        var stored = disk.progress();
        for (var entry : outcome.entries()) {
            long at = stored.of(entry.lane()).map(LaneProgress::nextOffset).orElse(-1L);
            if (at <= entry.lastOffset()) {
                broken = process + " believes in " + entry + ", but the store is at " + at;
            }
        }
    }

    private void comeToRest() {
        disk.inject(SimulatedDisk.Fault.NONE);
        traffic.endAllTransactions();
        scorer.publish(true);
        while (!hasRoomForAProcess() || !disk.admitsOthers() && !alive().isEmpty()) {
            advance(alive().get(0), 0, true);
        }
        var last = startProcess();
        long patience = 50 + topics.all().stream().mapToLong(log -> log.entries().size()).sum();
        for (int round = 0; !hasCaughtUp() || !last.isAssigned(); round++) {
            require(round < patience, "the last sink does not catch up");
            require(!last.hasEnded(), "the last sink ended");
            advance(last, 1 + random.nextInt(30), false);
            for (var outdated : alive()) {
                if (outdated != last) {
                    advance(outdated, random.nextInt(10), false);
                }
            }
        }
        last.stop();
        advance(last, Integer.MAX_VALUE, false);
        require(last.failure() == null, "the last sink did not stop cleanly");
    }

    private boolean hasCaughtUp() {
        var stored = disk.progress();
        return topics.all().stream()
                .allMatch(
                        log ->
                                stored.of(log.lane())
                                        .filter(at -> at.nextOffset() == log.entries().size())
                                        .isPresent());
    }

    private void check() {
        var contents = disk.contents();
        var findings = VERIFIER.verify(contents, topics);
        require(findings.isEmpty(), "the verifier finds " + findings);
        var contradictions = oracle.contradicts(contents);
        require(contradictions.isEmpty(), "the oracle says " + contradictions);
        var faultless = Faultless.contents(topics);
        require(
                Faultless.decided(contents).equals(Faultless.decided(faultless)),
                "the contents are not those of a run without faults");
    }

    void trace(String step) {
        trace.add(step);
    }

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            throw failure(otherwise, null);
        }
    }

    private AssertionError failure(String what, Throwable cause) {
        return new AssertionError(
                "seed "
                        + seed
                        + ": "
                        + what
                        + "\nagain with -Dchipwise.sim.seed="
                        + seed
                        + "\nafter\n  "
                        + String.join("\n  ", trace),
                cause);
    }
}
