package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.bench.BenchPlan;
import dev.chipwise.deploy.bench.Figure;
import dev.chipwise.deploy.bench.Figure.Kind;
import dev.chipwise.deploy.bench.Figure.Unit;
import dev.chipwise.deploy.bench.Load;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Posting;
import dev.chipwise.deploy.bench.http.GatewayLoad;
import dev.chipwise.deploy.bench.http.PostingLoop;
import dev.chipwise.deploy.bench.kafka.BoundedProducer;
import dev.chipwise.deploy.bench.kafka.KeptIds;
import dev.chipwise.deploy.bench.kafka.RawTopics;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * A gateway in a process of its own under load, beside a producer that has as many records under
 * way. The ways of asking take turns within a repeat.
 */
record BenchGateway(BenchTenant tenant, BenchPlan plan) {

    static final Figure RESIDENT =
            Figure.of(Kind.GATEWAY, "resident memory of the gateway", Unit.MEGABYTES);
    static final Figure GROWTH =
            Figure.of(Kind.GATEWAY, "heap kept for a record", Unit.BYTES_PER_EVENT);

    private static final long SEED = 13;
    private static final Duration WARM_UP = Duration.ofMillis(750);
    private static final Duration POSTING = Duration.ofMillis(1500);
    private static final Duration PRODUCING = Duration.ofMillis(750);
    private static final double MEGABYTE = 1 << 20;

    /** Enough for all requests at once; what memory grows to says something only below a bound. */
    private static final List<String> JAVA = List.of("-Xmx256m");

    /** Only what the gateway can do is to bound the load, so no rate does. */
    private static final List<String> ARGUMENTS =
            List.of("--listen", "127.0.0.1:0", "--rate-limit", "1000000");

    private static final Pattern URL = Pattern.compile("gateway at (http://\\S+)/v1/results");

    void measure(Observations observations) throws InterruptedException {
        var shape = plan.loads().get(0);
        var session = tenant.session();
        var results =
                new Load(shape, session.catalog(), SEED, session.clock().instant())
                        .mixed(shape.models(), plan.events());
        var load = new GatewayLoad(results, session.catalog());
        try (var gateway = StageProcess.start(tenant, Stage.GATEWAY, JAVA, ARGUMENTS);
                var kept = new KeptIds(tenant.cluster(), tenant.topics().benchmarkResult())) {
            var running = new Running(gateway, URI.create(gateway.awaitSaying(URL)), load, kept);
            try (var memory = ProcessMemory.of(gateway.pid())) {
                measure(running, memory, observations);
            }
        }
    }

    /** A gateway that runs, and what it is sent. */
    private record Running(StageProcess process, URI url, GatewayLoad load, KeptIds kept) {

        /** Returns the ids of all that it took. */
        List<String> post(Posting posting, Duration each, Observations observations)
                throws InterruptedException {
            return new PostingLoop(
                            url, load, posting, each, System::nanoTime, LockSupport::parkNanos)
                    .measure(observations);
        }
    }

    private void measure(Running running, ProcessMemory memory, Observations observations)
            throws InterruptedException {
        tenant.session().say("warming the gateway …");
        for (var posting : plan.postings()) {
            running.kept().require(running.post(posting, WARM_UP, new Observations()));
        }
        for (int repeat = 1; repeat <= plan.repeats(); repeat++) {
            var turn = "repeat " + repeat + " of " + plan.repeats() + ": the gateway …";
            tenant.session().say(turn);
            long before = memory.heapAfterCollection();
            long records = 0;
            for (var posting : plan.postings()) {
                produce(running, posting, observations);
                records += post(running, posting, memory, observations);
            }
            observations.addShare(GROWTH, records, memory.heapAfterCollection() - before);
        }
    }

    private void produce(Running running, Posting posting, Observations observations)
            throws InterruptedException {
        new BoundedProducer(
                        tenant.cluster(),
                        RawTopics.of(tenant.topics()),
                        running.load().wires(),
                        posting,
                        PRODUCING,
                        System::nanoTime)
                .measure(observations);
    }

    private long post(
            Running running, Posting posting, ProcessMemory memory, Observations observations)
            throws InterruptedException {
        long processor = running.process().processorNanos();
        var ids = running.post(posting, POSTING, observations);
        observations.addCost(
                posting.processor(), ids.size(), running.process().processorNanos() - processor);
        memory.resident().ifPresent(bytes -> observations.add(RESIDENT, bytes / MEGABYTE));
        observations.add(posting.heap(), memory.heapAfterCollection() / MEGABYTE);
        running.kept().require(ids);
        return ids.size();
    }
}
