package dev.chipwise.deploy.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger that all other proofs trust finds what it is for. */
class AckLedgerTest {

    private final AckLedger ledger = new AckLedger();

    @BeforeEach
    void publish() {
        ledger.handedOver("a");
        ledger.handedOver("b");
        ledger.handedOver("unanswered");
        ledger.acknowledged("a");
        ledger.acknowledged("b");
    }

    @Test
    void anUnansweredEventMayBeStoredOrNot() {
        assertThat(ledger.breaches(Map.of("a", 1L, "b", 1L))).isEmpty();
        assertThat(ledger.breaches(Map.of("a", 1L, "b", 1L, "unanswered", 1L))).isEmpty();
    }

    @Test
    void aLostEventIsFound() {
        assertThat(ledger.breaches(Map.of("a", 1L)))
                .containsExactly("1 acknowledged, but not stored: [b]");
    }

    @Test
    void aDoubledEventIsFound() {
        assertThat(ledger.breaches(Map.of("a", 1L, "b", 1L, "unanswered", 2L)))
                .containsExactly("1 stored more than once: [unanswered]");
    }

    @Test
    void anEventThatNobodyPublishedIsFound() {
        assertThat(ledger.breaches(Map.of("a", 1L, "b", 1L, "c", 1L)))
                .containsExactly("1 stored, but never published: [c]");
    }
}
