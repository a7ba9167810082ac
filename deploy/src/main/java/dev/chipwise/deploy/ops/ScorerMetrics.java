package dev.chipwise.deploy.ops;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.scorer.kafka.ScorerListener;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the scorer does. Labels are topics and reason codes, so their number is bounded. */
final class ScorerMetrics implements ScorerListener {

    private static final Logger LOG = LoggerFactory.getLogger(ScorerMetrics.class);

    private final MeterRegistry registry;

    ScorerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void accepted(String topic) {
        registry.counter("chipwise.events.accepted", "topic", topic).increment();
    }

    @Override
    public void unchanged(String topic) {
        registry.counter("chipwise.events.unchanged", "topic", topic).increment();
    }

    @Override
    public void rejected(String topic, Reason reason) {
        registry.counter("chipwise.events.rejected", "topic", topic, "reason", reason.code())
                .increment();
    }

    @Override
    public void boardScored(BoardKey board) {
        registry.counter("chipwise.boards.scored").increment();
    }

    @Override
    public void boardFailed(BoardKey board, RuntimeException defect) {
        registry.counter("chipwise.boards.failed").increment();
        LOG.atError()
                .addKeyValue("board", board.topicKey())
                .setCause(defect)
                .log("A board could not be scored.");
    }

    @Override
    public void profileIgnored(String id) {
        LOG.atWarn()
                .addKeyValue("profile", id)
                .log("A scoring profile names what cannot be scored; it is not used.");
    }
}
