package dev.chipwise.snapshotter.kafka;

import dev.chipwise.snapshotter.store.Lane;
import dev.chipwise.snapshotter.store.LaneProgress;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** Decides what happens next in a simulated world, good or bad. */
final class Fate {

    private static final int MOST_PAUSES = 14;

    private final Simulation world;
    private final Random random;

    Fate(Simulation world, Random random) {
        this.world = world;
        this.random = random;
    }

    void act() {
        switch (random.nextInt(30)) {
            case 0, 1, 2, 3, 4, 5 -> send();
            case 6, 7 -> endTransaction();
            case 8 -> score();
            case 9, 10 -> startProcess();
            case 11 -> stopProcess();
            case 12 -> crashProcess();
            case 13 -> failDisk();
            case 14 -> compact();
            case 15 -> retain();
            case 16 -> changeLeader();
            case 17 -> moveGroupOffsets();
            case 18 -> refuseOtherCreation();
            case 19 -> refuseLostRecords();
            case 20 -> grow();
            default -> goOn();
        }
    }

    private void send() {
        int records = 1 + random.nextInt(3);
        for (int n = 0; n < records; n++) {
            world.traffic().send();
        }
        world.trace(records + " records sent");
    }

    private void endTransaction() {
        world.traffic().endSomeTransaction();
        world.trace("a transaction ends");
    }

    private void score() {
        boolean commit = random.nextInt(3) > 0;
        world.scorer().publish(commit);
        world.trace("the scorer publishes, committed: " + commit);
    }

    private void startProcess() {
        if (world.hasRoomForAProcess()) {
            goOn(world.startProcess());
        }
    }

    private void stopProcess() {
        var alive = world.alive();
        if (!alive.isEmpty()) {
            var process = any(alive);
            process.stop();
            world.trace(process + " is asked to stop");
            goOn(process);
        }
    }

    private void crashProcess() {
        var alive = world.alive();
        if (!alive.isEmpty()) {
            var process = any(alive);
            int patience = random.nextBoolean() ? 3 * MOST_PAUSES : 0;
            while (patience-- > 0 && !process.hasEnded() && !process.isWriting()) {
                world.advance(process, 1, false);
            }
            if (!process.hasEnded()) {
                int most = process.isWriting() ? MOST_PAUSES / 2 : MOST_PAUSES;
                world.advance(process, random.nextInt(most), true);
            }
        }
    }

    private void goOn() {
        var alive = world.alive();
        if (alive.isEmpty()) {
            startProcess();
        } else {
            goOn(any(alive));
        }
    }

    private void goOn(SimulatedProcess process) {
        world.advance(process, 1 + random.nextInt(MOST_PAUSES), false);
    }

    private void failDisk() {
        var fault = any(List.of(SimulatedDisk.Fault.values()));
        world.disk().inject(fault);
        world.trace("disk: " + fault);
    }

    private void compact() {
        var log = any(world.topics().all());
        log.compactFrom(random.nextInt(log.entries().size() + 1));
        count("compaction");
    }

    /** Deletes what is stored already. */
    private void retain() {
        var log = any(world.topics().all());
        long stored = stored(log.lane());
        if (stored > log.beginning()) {
            log.beginAt(log.beginning() + random.nextInt((int) (stored - log.beginning()) + 1));
            count("retention");
        }
    }

    private void changeLeader() {
        any(world.topics().all()).changeLeader();
        count("leader change");
    }

    private void moveGroupOffsets() {
        for (var log : world.topics().all()) {
            var anywhere = random.nextInt(log.entries().size() + 1);
            world.topics().groupOffsets().put(log.partition(), new OffsetAndMetadata(anywhere));
        }
        count("group offsets reset");
    }

    private void refuseOtherCreation() {
        var log = any(world.topics().all());
        var lane = log.lane();
        if (stored(lane) >= 0 && world.hasRoomForAProcess()) {
            log.become(new Lane(lane.clusterId(), "another", lane.topic(), lane.partition()));
            requireRefusal("created again");
            log.become(lane);
        }
    }

    private void refuseLostRecords() {
        var log = any(world.topics().all());
        long stored = stored(log.lane());
        if (stored >= 0 && stored < log.entries().size() && world.hasRoomForAProcess()) {
            long before = log.beginning();
            log.beginAt(stored + 1);
            requireRefusal("retention has deleted");
            log.beginAt(before);
        }
    }

    private void requireRefusal(String why) {
        count("start refused: " + why);
        var process = world.startProcess();
        process.advance(Integer.MAX_VALUE, false);
        world.require(
                process.failure() instanceof ProgressLostException lost
                        && lost.getMessage().contains(why),
                process + " should have said " + why + ", not " + process.failure());
    }

    private void grow() {
        var results = SimulatedTopics.TOPICS.benchmarkResult();
        if (world.topics().of(results).size() == 2) {
            world.topics().grow(results);
            count("partition added");
        }
    }

    /** How far a lane is stored, or -1 when the store does not know it. */
    private long stored(Lane lane) {
        return world.disk().progress().of(lane).map(LaneProgress::nextOffset).orElse(-1L);
    }

    private void count(String what) {
        world.count(what);
        world.trace(what);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
