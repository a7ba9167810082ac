package dev.chipwise.schemas.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running topology, and the only place that starts one. It gets over a transaction that the
 * cluster gave up; any other failure stops it, and a new process continues where it was. Safe for
 * use by many threads.
 */
public final class StreamsProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsProcess.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final KafkaStreams streams;
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /**
     * A process that is ready to start.
     *
     * @param name of the stage, for people
     * @param settings made by {@link StreamsSettings}
     */
    public StreamsProcess(String name, Topology topology, Properties settings) {
        this.name = name;
        streams = new KafkaStreams(topology, settings);
        streams.setStateListener(this::onChange);
        streams.setUncaughtExceptionHandler(this::onFailure);
    }

    public void start() {
        streams.start();
    }

    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Kafka's word for the state, such as {@code REBALANCING}. */
    public String state() {
        return streams.state().name();
    }

    /** What stopped it, when it stopped by itself. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /**
     * Waits until it runs for the first time; false when it stopped or the patience ended before
     * that.
     */
    public boolean awaitRunning(Duration patience) throws InterruptedException {
        return running.await(patience.toMillis(), TimeUnit.MILLISECONDS) && stopped.getCount() > 0;
    }

    /** Waits until it has stopped, for whichever reason. */
    public void awaitStopped() throws InterruptedException {
        stopped.await();
    }

    /** Waits until it has stopped; false when the patience ended before that. */
    public boolean awaitStopped(Duration patience) throws InterruptedException {
        return stopped.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Kafka's own metrics of the topology and its clients. */
    public Map<MetricName, ? extends Metric> metrics() {
        return streams.metrics();
    }

    /** Commits and stops; the second time it does nothing. */
    @Override
    public void close() {
        if (!streams.close(CLOSE_PATIENCE)) {
            LOG.atWarn().addKeyValue("stage", name).log("The topology did not stop in time.");
        }
        stopped.countDown();
        running.countDown();
    }

    private void onChange(KafkaStreams.State now, KafkaStreams.State before) {
        LOG.atInfo()
                .addKeyValue("stage", name)
                .addKeyValue("from", before)
                .addKeyValue("to", now)
                .log("The topology changed its state.");
        if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
        }
        if (now.hasCompletedShutdown()) {
            stopped.countDown();
            running.countDown();
        }
    }

    private StreamThreadExceptionResponse onFailure(Throwable cause) {
        var response = response(cause);
        if (response == StreamThreadExceptionResponse.REPLACE_THREAD) {
            LOG.atWarn()
                    .addKeyValue("stage", name)
                    .setCause(cause)
                    .log("The cluster gave up a transaction; the topology begins it anew.");
            return response;
        }
        failure.compareAndSet(null, cause);
        LOG.atError()
                .addKeyValue("stage", name)
                .setCause(cause)
                .log("The topology failed and stops.");
        return response;
    }

    /** Only what a fresh thread gets over leaves the process alive. */
    static StreamThreadExceptionResponse response(Throwable cause) {
        return LostTransaction.isBehind(cause)
                ? StreamThreadExceptionResponse.REPLACE_THREAD
                : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
