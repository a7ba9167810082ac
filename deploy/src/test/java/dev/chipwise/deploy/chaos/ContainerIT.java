package dev.chipwise.deploy.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The whole path against a broker that is not ours: publish, score, snapshot, store. */
@ExtendWith(NeedsImage.class)
@Testcontainers
class ContainerIT {

    private static final int EVENTS = 500;
    private static final int EVENTS_PER_SECOND = 50;
    private static final Duration PAUSE = Duration.ofSeconds(Chance.times("pause.seconds", 10));

    @Container
    private static final KafkaContainer BROKER =
            new KafkaContainer(
                    DockerImageName.parse(NeedsImage.NAME)
                            .asCompatibleSubstituteFor(NeedsImage.OFFICIAL));

    @TempDir private static Path directory;
    private static final AckLedger LEDGER = new AckLedger();
    @AutoClose private static Stages stages;

    @BeforeAll
    static void start() throws IOException {
        stages = Stages.start(BROKER.getBootstrapServers(), 1, directory);
    }

    @Test
    void whatIsPublishedIsStoredExactlyOnce() {
        LedgerPublisher.publish(BROKER.getBootstrapServers(), Story.of(1), LEDGER, 0, EVENTS);

        Exactness.assertExact(stages.desk(), LEDGER);
    }

    @Test
    void aBrokerThatIsPausedIsWaitedFor(TestInfo test) throws Exception {
        var docker = BROKER.getDockerClient();
        try (var load =
                LoadGenerator.start(
                        BROKER.getBootstrapServers(), Story.of(2), LEDGER, EVENTS_PER_SECOND)) {
            Chance.letPassExactly(Duration.ofSeconds(2));
            docker.pauseContainerCmd(BROKER.getContainerId()).exec();
            Chance.letPassExactly(PAUSE);
            docker.unpauseContainerCmd(BROKER.getContainerId()).exec();
            load.stop();
        }
        Exactness.assertExact(stages.desk(), LEDGER);
        stages.assertAlive();
        Report.say(test, new Chance("pause"), LEDGER.size() + " events acknowledged");
    }
}
