package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chipwise.deploy.cli.PublishProcess;
import dev.chipwise.deploy.cli.SpooledIds;
import dev.chipwise.ingest.publish.spool.SpoolStatus;
import dev.chipwise.schemas.domain.EventId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code publish --gateway --spool} while gateway, broker and publisher are killed and the ways
 * between them cut, one after the other for as often as is asked. What a publisher called accepted
 * or spooled, or left in its spool when it was killed, is in the store exactly once.
 */
class WayInIT {

    /** What happens in a cycle, and is over at its end. */
    private enum Trouble {
        GATEWAY_KILLED,
        BROKER_KILLED,
        PUBLISHER_KILLED,
        FRONT_HALF_OPEN,
        FRONT_RESET,
        FRONT_CUT,
        BACK_HALF_OPEN,
        BACK_RESET,
        BACK_CUT
    }

    private static final Instant START = Instant.parse("2024-03-04T06:00:00Z");
    private static final Pattern SUMMARY =
            Pattern.compile("(\\d+) accepted, 0 rejected(?:, (\\d+) spooled)?\n");
    private static final int MODELS = 8;
    private static final int REGISTERS_EVERY = 25;
    private static final int MOST_LINES = 400;
    private static final int CUT_WITHIN_BYTES = 4_000;
    private static final int FINISHES_ONE_IN = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LONGEST_CALM = Duration.ofMillis(300);
    private static final Duration LONGEST_TROUBLE = Duration.ofMillis(1500);

    @TempDir private Path directory;
    @AutoClose private WayIn way;

    private final AckLedger ledger = new AckLedger();
    private final Map<Trouble, Integer> troubles = new EnumMap<>(Trouble.class);
    private final List<Trouble> coming = new ArrayList<>();
    private final List<String> handed = new ArrayList<>();
    private Chance chance;
    private Path spool;
    private PublishProcess publisher;
    private int next;
    private int publishers;
    private int calledAccepted;
    private int calledSpooled;
    private int foundInSpool;

    @BeforeEach
    void open(TestInfo test) throws IOException {
        chance = new Chance(test.getTestMethod().orElseThrow().getName());
        spool = directory.resolve("spool");
        way = WayIn.open(directory.resolve("data"));
    }

    @Test
    @AtLength
    void whatIsCalledAcceptedOrSpooledIsStoredExactlyOnceWhateverBreaks(TestInfo test)
            throws Exception {
        int cycles = Chance.times("cycles", Trouble.values().length);
        for (int cycle = 0; cycle < cycles; cycle++) {
            var handing = publisher().handing(lines(1 + chance.below(MOST_LINES)));
            chance.letPass(LONGEST_CALM);
            cause(nextTrouble());
            handing.join();
            if (chance.oneIn(FINISHES_ONE_IN)) {
                finish();
            }
        }
        finish();
        way.flush(spool);
        assertThat(SpoolStatus.of(spool)).contains(new SpoolStatus(0, 0, 0, 0, 0, false));
        try (var stages = Stages.start(way.bootstrapServers(), 1, directory.resolve("data"))) {
            Exactness.assertExact(stages.desk(), ledger);
        }
        report(test, cycles);
    }

    /** Each of them equally often, in an order by chance. */
    private Trouble nextTrouble() {
        if (coming.isEmpty()) {
            coming.addAll(List.of(Trouble.values()));
        }
        var trouble = chance.oneOf(coming);
        coming.remove(trouble);
        troubles.merge(trouble, 1, Integer::sum);
        return trouble;
    }

    private void cause(Trouble trouble) throws IOException {
        switch (trouble) {
            case GATEWAY_KILLED -> way.killGateway();
            case BROKER_KILLED -> way.killBroker();
            case PUBLISHER_KILLED -> killPublisher();
            case FRONT_HALF_OPEN -> way.front().halfOpen();
            case FRONT_RESET -> way.front().reset();
            case FRONT_CUT -> way.front().cutAfter(chance.below(CUT_WITHIN_BYTES));
            case BACK_HALF_OPEN -> way.back().halfOpen();
            case BACK_RESET -> way.back().reset();
            case BACK_CUT -> way.back().cutAfter(chance.below(CUT_WITHIN_BYTES));
        }
        chance.letPass(LONGEST_TROUBLE);
        if (trouble == Trouble.BROKER_KILLED) {
            way.startBroker();
        } else if (trouble == Trouble.GATEWAY_KILLED) {
            way.startGateway();
        }
        way.heal();
    }

    /**
     * At any time, or when nobody answers it and something lies in its spool: that is as safe then
     * as what it has called spooled.
     */
    private void killPublisher() {
        if (!chance.oneIn(3)) {
            way.front().halfOpen();
            await().atMost(PATIENCE)
                    .until(() -> SpoolStatus.of(spool).filter(it -> it.waiting() > 0).isPresent());
            chance.letPass(LONGEST_CALM);
        }
        publisher.kill();
        publisher = null;
        handed.clear();
        var left = SpooledIds.in(spool);
        left.forEach(ledger::acknowledged);
        foundInSpool += left.size();
    }

    /** Ends the publisher, if there is one, which has to call all accepted or spooled. */
    private void finish() throws Exception {
        if (publisher == null) {
            return;
        }
        publisher.finish(List.of()).join();
        assertThat(publisher.code()).as(publisher.said()).isZero();
        var summary = SUMMARY.matcher(publisher.said());
        assertThat(summary.find()).as(publisher.said()).isTrue();
        calledAccepted += Integer.parseInt(summary.group(1));
        calledSpooled += summary.group(2) == null ? 0 : Integer.parseInt(summary.group(2));
        handed.forEach(ledger::acknowledged);
        handed.clear();
        publisher = null;
    }

    private PublishProcess publisher() throws IOException {
        if (publisher == null) {
            publishers++;
            publisher =
                    PublishProcess.start(
                            directory, "--gateway", way.url(), "--spool", spool.toString());
        }
        return publisher;
    }

    private List<String> lines(int count) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < count; i++, next++) {
            var at = START.plusSeconds(next);
            var id = EventId.fresh(at, chance.seed(), next);
            ledger.handedOver(id);
            handed.add(id);
            lines.add(line(next, id, at));
        }
        return lines;
    }

    /** A registration now and then ends a request, since it goes to another address. */
    private static String line(int n, String id, Instant at) {
        var head =
                "{\"event_id\":\"%s\",\"occurred_at\":\"%s\",\"model\":\"m%d\",\"version\":\"v1\","
                        .formatted(id, at, n % MODELS);
        return head
                + (n % REGISTERS_EVERY == 0
                        ? "\"kind\":\"version\"}\n"
                        : "\"kind\":\"benchmark\",\"hardware\":{\"id\":\"cpu/acme/one\"},"
                                + "\"configuration\":{\"runtime\":\"tflite\"},"
                                + "\"metrics\":{\"latency_mean_ms\":"
                                + (5 + n % 97 / 100.0)
                                + "}}\n");
    }

    private void report(TestInfo test, int cycles) {
        Report.say(
                test,
                chance,
                cycles
                        + " cycles "
                        + troubles
                        + ", "
                        + publishers
                        + " publishers, "
                        + next
                        + " events handed over, "
                        + calledAccepted
                        + " called accepted, "
                        + calledSpooled
                        + " called spooled, "
                        + foundInSpool
                        + " found in the spool of a killed publisher");
    }
}
