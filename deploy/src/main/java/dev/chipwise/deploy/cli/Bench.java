package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.bench.BenchPlan;
import dev.chipwise.deploy.bench.BenchPlan.Part;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.OurWay;
import dev.chipwise.deploy.bench.StoredResults;
import dev.chipwise.deploy.bench.duckdb.OlderWay;
import dev.chipwise.deploy.broker.BrokerProcess;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Measures what a plan says. The parts alone, the loads and the rates take turns, so that what the
 * machine does meanwhile meets all of them; JVM and broker stay, so later repeats are warmer.
 */
final class Bench {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Session session;
    private final Path directory;
    private final BenchPlan plan;
    private final Observations observations = new Observations();

    Bench(Session session, Path directory, BenchPlan plan) {
        this.session = session;
        this.directory = directory;
        this.plan = plan;
    }

    Observations run() throws InterruptedException {
        try (var broker = BrokerProcess.start(directory.resolve("broker"), 0, PATIENCE)) {
            measureSpeed(broker);
            if (!plan.sizes().isEmpty()) {
                var tenant = BenchTenant.of(session, broker, directory, "growth");
                var changelogs = new Changelogs(directory.resolve("broker"), tenant);
                new BenchGrowth(session, tenant, changelogs, plan).measure(observations);
            }
            if (plan.has(Part.GATEWAY)) {
                var tenant = BenchTenant.of(session, broker, directory, "gateway");
                new BenchGateway(tenant, plan).measure(observations);
            }
        }
        if (plan.has(Part.RECOMPUTE)) {
            measureRecomputing();
        }
        return observations;
    }

    private void measureSpeed(BrokerProcess broker) throws InterruptedException {
        if (!plan.has(Part.PIPELINE) && !plan.has(Part.FRESHNESS)) {
            for (int repeat = 1; repeat <= plan.repeats(); repeat++) {
                measureAlone(broker, repeat);
            }
            return;
        }
        var tenant = BenchTenant.of(session, broker, directory, "pipeline");
        try (var stages = tenant.start()) {
            var speed = new BenchSpeed(session, stages.pipeline(), plan);
            speed.fill();
            for (int repeat = 1; repeat <= plan.repeats(); repeat++) {
                measureAlone(broker, repeat);
                speed.measure(repeat, observations);
            }
        }
    }

    private void measureAlone(BrokerProcess broker, int repeat) throws InterruptedException {
        if (plan.has(Part.CEILINGS)) {
            session.say("repeat " + repeat + " of " + plan.repeats() + ": each part alone …");
            var tenant = BenchTenant.of(session, broker, directory, "alone-" + repeat);
            new BenchAlone(tenant, plan).measure(observations);
        }
    }

    private void measureRecomputing() throws InterruptedException {
        for (int rows : plan.recompute()) {
            session.say("our way and the older way with " + rows + " results …");
            for (int repeat = 1; repeat <= plan.repeats(); repeat++) {
                var stored = new StoredResults(rows, session.catalog());
                new OurWay(stored, session.catalog(), System::nanoTime).measure(observations);
                new OlderWay(stored, System::nanoTime).measure(observations);
            }
        }
    }
}
