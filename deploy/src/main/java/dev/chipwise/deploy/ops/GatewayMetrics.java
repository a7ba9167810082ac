package dev.chipwise.deploy.ops;

import dev.chipwise.ingest.http.GatewayListener;
import dev.chipwise.schemas.domain.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what the gateway does. Labels are its own paths, statuses and reason codes. */
final class GatewayMetrics implements GatewayListener {

    private static final String RECORDS = "chipwise.gateway.records";

    private final MeterRegistry registry;
    private final Counter received;
    private final Counter unpacked;

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
        received = bytes(registry, "chipwise.gateway.received", "Bodies as they were sent");
        unpacked = bytes(registry, "chipwise.gateway.unpacked", "Bodies after decompression");
    }

    @Override
    public void answered(String path, int status) {
        registry.counter(
                        "chipwise.gateway.requests",
                        "path",
                        path,
                        "status",
                        Integer.toString(status))
                .increment();
    }

    @Override
    public void accepted(String path) {
        count("accepted", path, "none");
    }

    @Override
    public void rejected(String path, Reason reason) {
        count("rejected", path, reason.code());
    }

    @Override
    public void unknown(String path) {
        count("unknown", path, "none");
    }

    @Override
    public void read(long sent, long grown) {
        received.increment(sent);
        unpacked.increment(grown);
    }

    private void count(String outcome, String path, String reason) {
        registry.counter(RECORDS, "outcome", outcome, "path", path, "reason", reason).increment();
    }

    private static Counter bytes(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).baseUnit("bytes").register(registry);
    }
}
