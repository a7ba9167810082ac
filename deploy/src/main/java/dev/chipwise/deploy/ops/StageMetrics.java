package dev.chipwise.deploy.ops;

import dev.chipwise.ingest.http.GatewayListener;
import dev.chipwise.ingest.publish.PublishListener;
import dev.chipwise.scorer.kafka.ScorerListener;
import dev.chipwise.snapshotter.kafka.SinkListener;
import dev.chipwise.snapshotter.kafka.SnapshotterListener;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What the stages of this process count, as Prometheus reads it. */
public final class StageMetrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();

    public StageMetrics() {
        garbage.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    public GatewayListener gateway() {
        return new GatewayMetrics(registry);
    }

    /** For the publisher of a process that keeps one. */
    public PublishListener publisher() {
        return new PublisherMetrics(registry);
    }

    public ScorerListener scorer() {
        return new ScorerMetrics(registry);
    }

    public SnapshotterListener snapshotter() {
        return new SnapshotterMetrics(registry);
    }

    public SinkListener sink() {
        return new SinkMetrics(registry);
    }

    /** Everything in Prometheus's text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }
}
