package dev.chipwise.schemas.domain;

import java.util.List;

/** What one run of a model on a hardware measured, or how it failed. */
public sealed interface Result extends Event permits BenchmarkResult, BatteryResult {

    Subject subject();

    Outcome outcome();

    /**
     * What was measured, in catalogue order of metric ids; a metric that was not measured is not
     * there.
     */
    List<Measurement> measurements();

    Evidence evidence();

    /** The slot in a window that the result claims. */
    @Override
    default String identity() {
        return Key.join(
                envelope().eventId(),
                envelope().occurredAt().toString(),
                evidence().wireName(),
                subject().cell().topicKey());
    }

    @Override
    default String modelName() {
        return subject().model().name();
    }
}
