package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.deploy.cli.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The one checker that every scenario ends with: nothing lags, nothing in the store differs from
 * the topics or from what is recomputed, and every acknowledged event is there exactly once.
 */
final class Exactness {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Exactness() {}

    /** Waits until all is settled, then checks it. */
    static void assertExact(Desk desk, AckLedger ledger) {
        assertThat(desk.settled(PATIENCE)).as("settled within " + PATIENCE).isTrue();
        assertSound(desk);
        ledger.assertHeldBy(desk);
    }

    /** The store alone and against its topics; a table of findings has a line for its names. */
    static void assertSound(Desk desk, String... options) {
        var words = new ArrayList<>(List.of("store", "verify", "--output", "csv"));
        words.addAll(List.of(options));
        var verified = desk.run(words.toArray(String[]::new));
        assertThat(verified.lines()).as("findings of store verify; " + verified.err()).hasSize(1);
        assertThat(verified.code()).isZero();
    }
}
