package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chipwise.schemas.kafka.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three brokers, of which one at a time is killed, restarted or cut off under load. No stage may
 * give up, no acknowledged event may be lost. One cluster goes through all of it.
 */
class ClusterIT {

    private static final int EVENTS_PER_SECOND = 50;
    private static final int ROUNDS = Chance.times("cluster.rounds", 1);
    private static final Duration CUT_OFF = Duration.ofSeconds(Chance.times("cutoff.seconds", 8));
    private static final Duration LATE = Duration.ofMillis(50);
    private static final long CUT_AFTER_BYTES = 50_000;
    private static final Duration LONGEST_DISTURBANCE = Duration.ofSeconds(4);
    private static final TopicPartition BUSY =
            new TopicPartition(Topics.withDefaultPrefix().benchmarkResult().fullName(), 0);

    @TempDir private static Path directory;
    private static final AckLedger LEDGER = new AckLedger();
    @AutoClose private static KafkaCluster cluster;
    @AutoClose private static Stages stages;
    private static int stories;

    /** Something that happens to the cluster. */
    private interface Happening {
        void happen() throws Exception;
    }

    @BeforeAll
    static void start() throws IOException {
        cluster = KafkaCluster.start(directory);
        stages = Stages.start(cluster.bootstrapServers(), 3, directory.resolve("data"));
    }

    @Test
    @AtLength
    void theLeaderOfABusyPartitionIsKilled(TestInfo test) throws Exception {
        underLoad(test, () -> bounce(cluster.leaderOf(BUSY)));
    }

    @Test
    @AtLength
    void theControllerIsKilled(TestInfo test) throws Exception {
        underLoad(test, () -> bounce(cluster.controller()));
    }

    @Test
    @AtLength
    void allBrokersAreRestartedOneAfterTheOther(TestInfo test) throws Exception {
        underLoad(test, ClusterIT::restartAll);
    }

    @Test
    void theLeaderOfABusyPartitionIsCutOff(TestInfo test) throws Exception {
        underLoad(test, () -> cutOff(cluster.leaderOf(BUSY)));
    }

    @Test
    @AtLength
    void connectionsAreSlowedCutResetAndLeftHanging(TestInfo test) throws Exception {
        var chance = new Chance("connections");
        underLoad(test, () -> disturb(chance));
    }

    @Test
    @AtLength
    void scorersAndShardsThatComeAndGoLeaveNoTrace(TestInfo test) throws Exception {
        var shards = new Shards(stages, directory);
        try (var storm = new ClusterStorm(new Chance("storm"), stages, directory, shards)) {
            underLoad(test, storm::round);
        }
        try (var one = shards.begin(0);
                var other = shards.begin(1)) {
            shards.awaitAll(cluster.bootstrapServers());
            assertThat(List.of(one.stop(), other.stop())).isSubsetOf(0, 143);
        }
        for (var desk : shards.desks()) {
            Exactness.assertSound(desk, "--bootstrap-server", cluster.bootstrapServers());
        }
        LEDGER.assertHeldBy(shards.desks());
    }

    private static void underLoad(TestInfo test, Happening happening) throws Exception {
        var chance = new Chance(test.getDisplayName());
        var story = Story.of(chance.seed() * 100 + stories++);
        int before = LEDGER.size();
        try (var load =
                LoadGenerator.start(cluster.bootstrapServers(), story, LEDGER, EVENTS_PER_SECOND)) {
            for (int round = 0; round < ROUNDS; round++) {
                awaitAcknowledged(EVENTS_PER_SECOND);
                happening.happen();
                awaitAcknowledged(EVENTS_PER_SECOND);
                stages.assertAlive();
            }
            load.stop();
        }
        cluster.awaitWhole();
        Exactness.assertExact(stages.desk(), LEDGER);
        stages.assertAlive();
        Report.say(
                test,
                chance,
                ROUNDS + " times, " + (LEDGER.size() - before) + " events acknowledged");
    }

    /** However the cluster is, publishing goes on. */
    private static void awaitAcknowledged(int more) {
        int before = LEDGER.size();
        await().atMost(Duration.ofMinutes(2)).until(() -> LEDGER.size() >= before + more);
    }

    private static void bounce(ClusterMember member) throws IOException {
        member.kill();
        awaitAcknowledged(EVENTS_PER_SECOND);
        member.start();
        member.awaitServing();
        cluster.awaitWhole();
    }

    private static void restartAll() throws IOException, InterruptedException {
        for (var member : cluster.members()) {
            member.stop();
            member.start();
            member.awaitServing();
            cluster.awaitWhole();
        }
    }

    private static void disturb(Chance chance) {
        List<Consumer<FaultProxy>> faults =
                List.of(
                        door -> door.slow(LATE),
                        door -> door.cutAfter(CUT_AFTER_BYTES),
                        FaultProxy::reset,
                        FaultProxy::halfOpen);
        for (var fault : faults) {
            var door = chance.oneOf(cluster.members()).door();
            fault.accept(door);
            chance.letPass(LONGEST_DISTURBANCE);
            door.heal();
        }
        cluster.awaitWhole();
    }

    private static void cutOff(ClusterMember member) {
        member.cutOff();
        Chance.letPassExactly(CUT_OFF);
        member.heal();
        cluster.awaitWhole();
    }
}
