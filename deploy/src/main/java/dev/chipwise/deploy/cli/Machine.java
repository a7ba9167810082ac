package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.broker.BrokerProcess;
import dev.chipwise.deploy.ops.OpsServer;
import dev.chipwise.deploy.ops.StageMetrics;
import dev.chipwise.ingest.http.Gateway;
import dev.chipwise.ingest.http.GatewaySettings;
import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.ClusterAdmin;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Everything on one machine: broker, stages, health. It owns its data directory, stops in order
 * when closed or when the process is asked to end, and continues where it was however it ended.
 */
final class Machine implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * A busy machine with one core has taken more than a minute; one that ends is not waited for.
     */
    private static final Duration BROKER_PATIENCE = Duration.ofMinutes(3);

    private static final int LOOK_EVERY_MS = 200;

    private final Deque<Runnable> closings = new ArrayDeque<>();
    private final RunningStages stages = new RunningStages();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::close, "chipwise-stop");
    private volatile boolean stopping;
    private BrokerProcess broker;
    private Cluster cluster;
    private OpsServer ops;

    private Machine() {}

    /** Everything but a gateway; returns when every stage does its work. */
    static Machine start(Session session, int port) throws InterruptedException {
        return start(session, port, Optional.empty());
    }

    /** The same with a gateway, if one is wanted. */
    static Machine start(Session session, int port, Optional<GatewaySettings> gateway)
            throws InterruptedException {
        var machine = new Machine();
        Runtime.getRuntime().addShutdownHook(machine.hook);
        var started = false;
        try {
            machine.open(session, port, gateway);
            machine.awaitReady();
            started = true;
            return machine;
        } finally {
            if (!started) {
                machine.close();
            }
        }
    }

    /** One stage against a cluster whose topics are there; it shares its data directory. */
    static Machine sharing(Session session, int port, Function<Launch, RunningStage> start) {
        var machine = new Machine();
        Runtime.getRuntime().addShutdownHook(machine.hook);
        machine.openStage(session, port, start);
        return machine;
    }

    /**
     * The sink against a cluster whose topics are there; it owns its data directory, as up does.
     */
    static Machine sink(Session session, int port, Function<Launch, RunningStage> start) {
        var machine = new Machine();
        Runtime.getRuntime().addShutdownHook(machine.hook);
        machine.own(session.dataDirectory());
        machine.openStage(session, port, start);
        machine.tell(session.dataDirectory());
        return machine;
    }

    private void openStage(Session session, int port, Function<Launch, RunningStage> start) {
        OpsServer.requireFree(port);
        cluster = session.cluster();
        var metrics = new StageMetrics();
        onClose(metrics::close);
        onClose(stages::close);
        var stage = start.apply(new Launch(session, cluster, metrics));
        stages.add(stage);
        ops = new OpsServer(port, stages, metrics, stage::copy);
        onClose(ops::close);
    }

    private void own(DataDirectory directory) {
        var ownership = RunningUp.own(directory);
        onClose(ownership::close);
        RunningUp.remove(directory);
    }

    /** Lets commands beside it find it. */
    private void tell(DataDirectory directory) {
        RunningUp.here(cluster.bootstrapServers(), ops.port()).write(directory);
        onClose(() -> RunningUp.remove(directory));
    }

    String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    Cluster cluster() {
        return cluster;
    }

    int opsPort() {
        return ops.port();
    }

    /** Returns when it was told to stop, or with words for it when something has failed. */
    Optional<String> awaitEnd() throws InterruptedException {
        while (!stopping) {
            var failure = failure();
            if (!failure.isEmpty()) {
                return Optional.of(failure);
            }
            closed.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        }
        closed.await();
        return Optional.empty();
    }

    @Override
    public void close() {
        stopping = true;
        synchronized (closings) {
            try {
                while (!closings.isEmpty()) {
                    closings.pop().run();
                }
            } finally {
                closed.countDown();
            }
        }
    }

    private void open(Session session, int port, Optional<GatewaySettings> gateway) {
        gateway.ifPresent(settings -> Gateway.check(settings, session.tokens()));
        OpsServer.requireFree(port);
        own(session.dataDirectory());
        cluster = session.options().hasOwnCluster() ? session.cluster() : startBroker(session);
        applyTopics(session);
        var metrics = new StageMetrics();
        onClose(metrics::close);
        var launch = new Launch(session, cluster, metrics);
        onClose(stages::close);
        var sink = launch.sink("0/1");
        stages.add(sink);
        stages.add(launch.snapshotter("0"));
        stages.add(launch.scorer("0"));
        gateway.ifPresent(settings -> stages.add(launch.gateway(settings)));
        ops = new OpsServer(port, stages, metrics, sink::copy);
        onClose(ops::close);
        tell(session.dataDirectory());
    }

    private Cluster startBroker(Session session) {
        session.say("starting the broker …");
        broker = BrokerProcess.start(session.dataDirectory().broker(), 0, BROKER_PATIENCE);
        onClose(broker::close);
        var own = new Cluster(broker.bootstrapServers(), session.options().clientOverrides());
        mend(own, session);
        return own;
    }

    /** The broker is ours and nobody writes to it yet. */
    private static void mend(Cluster own, Session session) {
        try (var admin = new ClusterAdmin(own, PATIENCE)) {
            int ended = admin.abortHangingTransactions();
            if (ended > 0) {
                session.say("ended " + ended + " transactions that a killed broker had forgotten");
            }
        }
    }

    private void applyTopics(Session session) {
        try (var admin = new ClusterAdmin(cluster, PATIENCE)) {
            admin.topics().apply(session.allTopics(), session.layout(null));
        }
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!stages.notReady().isEmpty()) {
            if (!failure().isEmpty()) {
                throw new IllegalStateException(failure());
            }
            if (System.nanoTime() > deadline) {
                return; // restoring a large state takes longer; /readyz tells
            }
            closed.await(LOOK_EVERY_MS / 10, TimeUnit.MILLISECONDS);
        }
    }

    private String failure() {
        if (broker != null && broker.onExit().isDone()) {
            return "the broker stopped";
        }
        return stages.firstFailure();
    }

    private void onClose(Runnable closing) {
        synchronized (closings) {
            closings.push(closing);
        }
    }
}
