package dev.chipwise.snapshotter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.snapshotter.store.Batch;
import dev.chipwise.snapshotter.store.BatchOutcome;
import dev.chipwise.snapshotter.store.LedgerEntry;
import dev.chipwise.snapshotter.store.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The simulation can fail: each way to lose, double or invent records is found, and named. */
class FlawedSinksTest {

    private static final int SEEDS = 300;

    @Test
    void findsAStoreThatForgetsWhoOwnsIt() {
        assertFound(disk(Forgetful::new), "writes, though another one owns the store");
    }

    @Test
    void findsAStoreThatLosesARowWithoutAWord() {
        assertFound(disk(Losing::new), "the verifier finds [Finding[invariant=I1");
    }

    @Test
    void findsAStoreThatSwallowsAFailure() {
        assertFound(disk(Swallowing::new), "believes in LedgerEntry");
    }

    @Test
    void findsAStoreThatSkipsWhatItDidNotRead() {
        assertFound(disk(Skipping::new), "the verifier finds [Finding[invariant=I1");
    }

    @Test
    void findsASinkThatContinuesWhereItsGroupStands() {
        assertFound(consumer(Following::new), "the oracle says");
    }

    @Test
    void findsASinkThatReadsWhatIsNotCommitted() {
        assertFound(consumer(Uncommitted::new), "the verifier finds [Finding[invariant=I2");
    }

    @Test
    void livesThroughTheSameSeedsTheSameWay() {
        var first = new TreeMap<String, Integer>();
        var second = new TreeMap<String, Integer>();
        var sound = disk(MemoryDisk::new);
        for (long seed = 0; seed < 20; seed++) {
            new Simulation(seed, sound, first).run();
            new Simulation(seed, sound, second).run();
        }
        assertThat(second).isEqualTo(first);
    }

    private static Simulation.Setup disk(Function<Simulation, SimulatedDisk> disk) {
        return new Simulation.Setup(disk, SimulatedConsumer::new, 3, 40);
    }

    private static Simulation.Setup consumer(
            Function<SimulatedConsumer.World, Consumer<byte[], byte[]>> consumer) {
        return new Simulation.Setup(MemoryDisk::new, consumer, 3, 40);
    }

    private static void assertFound(Simulation.Setup flawed, String what) {
        var found = new ArrayList<String>();
        for (long seed = 0; seed < SEEDS; seed++) {
            try {
                new Simulation(seed, flawed, new TreeMap<>()).run();
            } catch (AssertionError e) {
                found.add(e.getMessage());
                if (e.getMessage().contains(what)) {
                    assertThat(e).hasMessageContaining("-Dchipwise.sim.seed=" + seed);
                    return;
                }
            }
        }
        throw new AssertionError("nobody says '" + what + "', but " + found);
    }

    /** Lets everybody write whose progress fits. */
    private static final class Forgetful extends MemoryDisk {

        Forgetful(Simulation world) {
            super(world);
        }

        @Override
        boolean owns(long epoch) {
            return true;
        }
    }

    /** Keeps all but the last record of a large batch, as an appender does that fails on close. */
    private static final class Losing extends MemoryDisk {

        Losing(Simulation world) {
            super(world);
        }

        @Override
        BatchOutcome keep(Batch batch) {
            var slices = new ArrayList<Slice>();
            for (var slice : batch.slices()) {
                int size = slice.arrivals().size();
                slices.add(
                        new Slice(
                                slice.lane(),
                                slice.fromOffset(),
                                slice.nextOffset(),
                                slice.leaderEpoch(),
                                slice.arrivals().subList(0, size > 2 ? size - 1 : size)));
            }
            return super.keep(new Batch(slices));
        }
    }

    /** Says that it has written what it could not write. */
    private static final class Swallowing extends MemoryDisk {

        Swallowing(Simulation world) {
            super(world);
        }

        @Override
        BatchOutcome fail(Batch batch, String why) {
            var entries = new ArrayList<LedgerEntry>();
            for (var slice : batch.slices()) {
                int read = slice.arrivals().size();
                long last = slice.nextOffset() - 1;
                entries.add(
                        new LedgerEntry(
                                0, slice.lane(), slice.fromOffset(), last, read, read, 0, 0));
            }
            return new BatchOutcome(0, entries);
        }
    }

    /** Moves the progress on without the records, when a write fails. */
    private static final class Skipping extends MemoryDisk {

        Skipping(Simulation world) {
            super(world);
        }

        @Override
        BatchOutcome fail(Batch batch, String why) {
            var slices = new ArrayList<Slice>();
            for (var slice : batch.slices()) {
                slices.add(
                        new Slice(
                                slice.lane(),
                                slice.fromOffset(),
                                slice.nextOffset(),
                                slice.leaderEpoch(),
                                List.of()));
            }
            return keep(new Batch(slices));
        }
    }

    /** Goes to the group's offsets, wherever it is sent. */
    private static final class Following extends SimulatedConsumer {

        private final SimulatedTopics topics;

        Following(World world) {
            super(world);
            topics = world.topics();
        }

        @Override
        public void seek(TopicPartition partition, OffsetAndMetadata to) {
            super.seek(partition, topics.groupOffsets().getOrDefault(partition, to));
        }
    }

    /** Reads transactions before they end, and those that were aborted. */
    private static final class Uncommitted extends SimulatedConsumer {

        Uncommitted(World world) {
            super(world);
        }

        @Override
        long end(SimulatedLog log) {
            return log.entries().size();
        }

        @Override
        boolean isWanted(SimulatedLog.Entry entry) {
            return entry.sent() != null;
        }
    }
}
