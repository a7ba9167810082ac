package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.chipwise.deploy.broker.EmbeddedBroker;
import dev.chipwise.deploy.cli.CommandProcess;
import dev.chipwise.deploy.cli.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code up} under a steady load and random faults for as long as is asked for. What it takes must
 * not drift, and in the end everything is exact. Linux tells how much memory a process has.
 */
class SoakIT {

    private static final int EVENTS_PER_SECOND = 50;
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration LONGEST_FREEZE = Duration.ofSeconds(9);

    /** How many readings there are between two faults, on average. */
    private static final int FAULT_ONE_IN = 15;

    /** So few of the faults that most lives outlast their warm-up. */
    private static final int KILL_ONE_IN = 8;

    private static final int MOST_TRIES = 10;

    /** What a short run cannot tell from a heap that still fills. */
    private static final double MOST_MIB_PER_HOUR = 600;

    /** A twentieth of the load: more would mean that it does not keep up. */
    private static final double MOST_LAG_PER_HOUR = EVENTS_PER_SECOND * 3600 / 20.0;

    @TempDir private Path directory;
    private final AckLedger ledger = new AckLedger();
    private final Map<String, Trend> trends = new TreeMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private int life;
    private long born;

    @BeforeEach
    void linuxOnly() {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "memory is read from /proc");
    }

    @Test
    void whatUpTakesDoesNotDrift(TestInfo test) throws Exception {
        var chance = new Chance(test.getDisplayName());
        var length = Duration.ofMinutes(Chance.times("soak.minutes", 0));
        assumeTrue(!length.isZero(), "takes minutes; asked for by 'make soak MINUTES=n'");
        var up = start();
        try (var load = load(chance)) {
            long end = System.nanoTime() + length.toNanos();
            while (System.nanoTime() < end) {
                Chance.letPassExactly(BETWEEN_READINGS);
                read(up);
                up = chance.oneIn(FAULT_ONE_IN) ? afterFault(up, chance) : up;
            }
            load.stop();
            Exactness.assertExact(new Desk(directory), ledger);
        } finally {
            up.close();
        }
        report(test, chance);
        assertThat(trend("resident MiB").perHour()).isLessThan(MOST_MIB_PER_HOUR);
        assertThat(trend("lag").perHour()).isLessThan(MOST_LAG_PER_HOUR);
    }

    private LoadGenerator load(Chance chance) {
        return LoadGenerator.start(broker(), Story.of(chance.seed()), ledger, EVENTS_PER_SECOND);
    }

    /** Where the broker needs longer than {@code up} waits for it, it is tried again. */
    private CommandProcess start() throws IOException {
        life++;
        var up = CommandProcess.start(directory, "up");
        while (!up.says("stop it with")) {
            int tries = faults.merge("gave up starting", 1, Integer::sum);
            assertThat(tries).as(up.said()).isLessThan(MOST_TRIES);
            up = CommandProcess.start(directory, "up");
        }
        born = System.nanoTime();
        return up;
    }

    /** Mostly it is frozen for a while; sometimes all of it is killed. */
    private CommandProcess afterFault(CommandProcess up, Chance chance)
            throws IOException, InterruptedException {
        if (chance.oneIn(KILL_ONE_IN)) {
            faults.merge("killed", 1, Integer::sum);
            up.kill();
            return start();
        }
        faults.merge("frozen", 1, Integer::sum);
        up.freeze();
        chance.letPass(LONGEST_FREEZE);
        up.thaw();
        return up;
    }

    private void read(CommandProcess up) throws IOException {
        double age = (System.nanoTime() - born) / 1e9;
        var vitals = new Vitals(directory);
        for (var part : new String[] {"broker", "state", "store"}) {
            add(part + " MiB", 0, vitals.sizeMiB(part));
        }
        Vitals.lag(broker()).ifPresent(lag -> add("lag", 0, lag));
        if (age > WARM_UP.toSeconds()) {
            var process = ProcessHandle.of(up.pid()).orElseThrow();
            add("resident MiB", life, Vitals.residentMiB(process));
        }
    }

    private void add(String what, int life, double value) {
        trend(what).add(life, System.nanoTime() / 1e9, value);
    }

    private Trend trend(String what) {
        return trends.computeIfAbsent(what, any -> new Trend());
    }

    private String broker() {
        return EmbeddedBroker.addressOf(directory.resolve("broker")).orElseThrow();
    }

    private void report(TestInfo test, Chance chance) {
        Report.say(test, chance, ledger.size() + " events acknowledged, faults " + faults);
        trends.forEach(
                (what, trend) ->
                        System.out.printf(
                                Locale.ROOT,
                                "chaos: soak: %-13s %5d readings, most %.1f, %+.1f per hour%n",
                                what,
                                trend.readings(),
                                trend.most(),
                                trend.perHour()));
    }
}
