package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.chipwise.deploy.broker.EmbeddedBroker;
import dev.chipwise.ingest.publish.spool.Spool;
import dev.chipwise.ingest.publish.spool.SpoolInUse;
import dev.chipwise.ingest.publish.spool.SpoolStatus;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.ClusterAdmin;
import dev.chipwise.schemas.kafka.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of publishers that spool while no broker is there, and of those that flush. */
class SpoolIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long LARGE = 1L << 30;
    private static final int KILLS = 3;
    private static final int EACH = 2_000;

    @TempDir private Path directory;

    private final Random random = new Random(1);
    private Path spool;
    private Session session;
    private String bootstrapServers;

    @BeforeEach
    void makeTopicsAndLeaveTheBrokerDead() {
        spool = directory.resolve("spool");
        session = new Desk(directory).session("--quiet");
        try (var broker = broker()) {
            bootstrapServers = broker.bootstrapServers();
            try (var admin = new ClusterAdmin(Cluster.at(bootstrapServers), PATIENCE)) {
                admin.topics().apply(session.allTopics(), Layout.EMBEDDED);
            }
        }
    }

    @Test
    void everythingSpooledIsOnTheTopicAndNothingElseWhoeverIsKilled() throws Exception {
        // Given
        var before = List.<String>of();
        for (int kill = 0; kill < KILLS; kill++) {
            killWhileSpooling(kill, before.size());
            var after = SpooledIds.in(spool);
            assertThat(after).hasSizeGreaterThan(before.size()).doesNotHaveDuplicates();
            assertThat(after.subList(0, before.size())).as("what lay there").isEqualTo(before);
            before = after;
        }
        var last = PublishProcess.start(directory, options());
        last.hand(lines(KILLS).subList(0, EACH / 2));
        assertThatASecondOwnerIsRefused(before.size());
        last.finish(lines(KILLS).subList(EACH / 2, EACH)).join();
        assertThat(last.code()).as(last.said()).isZero();
        assertThat(last.said()).contains("0 accepted, 0 rejected, " + EACH + " spooled");
        var spooled = SpooledIds.in(spool);
        assertThat(spooled).hasSize(before.size() + EACH);
        assertThat(spooled.subList(0, before.size())).isEqualTo(before);

        // When
        try (var broker = broker()) {
            killWhileFlushing();
            var flushed = new Desk(directory).run(flush());

            // Then
            assertThat(flushed.code()).as(flushed.err()).isZero();
            var kept = BrokerWithGateway.ids(Cluster.at(broker.bootstrapServers()), session);
            assertThat(new HashSet<>(kept)).isEqualTo(new HashSet<>(spooled));
        }
        assertThat(SpoolStatus.of(spool).orElseThrow())
                .isEqualTo(new SpoolStatus(0, 0, 0, 0, 0, false));
    }

    /** At a random one of its entries. */
    private void killWhileSpooling(int round, int before) throws IOException {
        var publishing = PublishProcess.start(directory, options());
        var handing = publishing.finish(lines(round));
        int enough = before + 1 + random.nextInt(EACH * 3 / 4);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> waiting() >= enough || !publishing.isPublishing());
        publishing.kill();
        handing.join();
    }

    /** As soon as the first has spooled something. */
    private void assertThatASecondOwnerIsRefused(int before) {
        await().atMost(PATIENCE).until(() -> waiting() > before);
        assertThatThrownBy(() -> Spool.open(spool, LARGE)).isInstanceOf(SpoolInUse.class);
    }

    private void killWhileFlushing() throws IOException {
        long before = waiting();
        try (var flushing = CommandProcess.start(directory, flush())) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> waiting() < before || !flushing.isAlive());
            flushing.kill();
        }
    }

    private EmbeddedBroker broker() {
        return EmbeddedBroker.start(session.dataDirectory().broker());
    }

    private String[] options() {
        var impatient = "max.block.ms=300";
        return words("--spool", spool.toString(), "--command-property", impatient);
    }

    private String[] flush() {
        return words("spool", "flush", "--spool", spool.toString());
    }

    private String[] words(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--bootstrap-server", bootstrapServers));
        return all.toArray(String[]::new);
    }

    private long waiting() {
        return SpoolStatus.of(spool).map(SpoolStatus::waiting).orElse(0L);
    }

    private static List<String> lines(int round) {
        return IntStream.range(round * EACH, (round + 1) * EACH)
                .mapToObj(number -> GatewayCaller.lines(number, 1) + "\n")
                .toList();
    }
}
