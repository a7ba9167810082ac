package dev.chipwise.deploy.ops;

import dev.chipwise.ingest.publish.PublishListener;
import dev.chipwise.schemas.domain.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts what a publisher hands over, and how long the broker takes to keep it. */
final class PublisherMetrics implements PublishListener {

    private static final String EVENTS = "chipwise.publisher.events";

    private final MeterRegistry registry;
    private final Timer acknowledged;

    PublisherMetrics(MeterRegistry registry) {
        this.registry = registry;
        acknowledged =
                Timer.builder("chipwise.publisher.acknowledged")
                        .description("From handing an event over until all replicas keep it")
                        .register(registry);
    }

    @Override
    public void accepted(Duration after) {
        count("accepted", "none");
        acknowledged.record(after);
    }

    @Override
    public void refused(Reason reason) {
        count("refused", reason.code());
    }

    @Override
    public void spooled() {
        count("spooled", "none");
    }

    @Override
    public void undelivered() {
        count("undelivered", "none");
    }

    private void count(String outcome, String reason) {
        registry.counter(EVENTS, "outcome", outcome, "reason", reason).increment();
    }
}
