package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.bench.BenchPlan;
import dev.chipwise.deploy.bench.BenchPlan.Part;
import dev.chipwise.deploy.bench.Load;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.Rhythm;
import dev.chipwise.deploy.bench.kafka.Filling;
import dev.chipwise.deploy.bench.kafka.Freshness;
import dev.chipwise.deploy.bench.kafka.RunningPipeline;
import dev.chipwise.deploy.bench.kafka.Throughput;
import dev.chipwise.deploy.bench.kafka.ThroughputFigures;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.scorer.score.Window;
import java.time.Duration;
import java.util.List;

/**
 * The pipeline's speed and freshness on a state that is filled before: every cell has a run, and
 * the cells that are measured have full windows.
 */
final class BenchSpeed {

    private static final long SEED = 7;
    private static final Duration AGO = Duration.ofDays(1);

    private final Session session;
    private final RunningPipeline pipeline;
    private final BenchPlan plan;
    private final List<Load> loads;

    BenchSpeed(Session session, RunningPipeline pipeline, BenchPlan plan) {
        this.session = session;
        this.pipeline = pipeline;
        this.plan = plan;
        var before = session.clock().instant().minus(AGO);
        loads =
                plan.loads().stream()
                        .map(shape -> new Load(shape, session.catalog(), SEED, before))
                        .toList();
    }

    void fill() throws InterruptedException {
        for (var load : loads) {
            var shape = load.shape();
            session.say(
                    shape.name()
                            + ": filling "
                            + shape.cells()
                            + " cells, and the windows of "
                            + fullModels(load) * shape.cellsPerBoard()
                            + " …");
            Filling.fill(pipeline, load.once(0, shape.models()));
            Filling.fill(pipeline, load.often(fullModels(load), Window.SIZE - 1));
        }
    }

    void measure(int repeat, Observations observations) throws InterruptedException {
        if (plan.has(Part.PIPELINE)) {
            for (var load : loads) {
                var name = load.shape().name();
                say(repeat, name);
                load.continueAt(session.clock().instant());
                var results = load.mixed(fullModels(load), plan.events());
                new Throughput(pipeline, ThroughputFigures.ofPipeline(name), results)
                        .measure(observations);
            }
        }
        if (plan.has(Part.FRESHNESS)) {
            for (int rate : plan.rates()) {
                say(repeat, rate + " events/s");
                new Freshness(pipeline, freshResults(), Rhythm.at(rate), repeat * 1_000_000L + rate)
                        .measure(observations);
            }
        }
    }

    private List<Result> freshResults() {
        var load = loads.get(0);
        return load.mixed(fullModels(load), plan.fill());
    }

    /** As many as the plan has results for, and one at least. */
    private int fullModels(Load load) {
        var shape = load.shape();
        int affordable = plan.fill() / (Window.SIZE * shape.cellsPerBoard());
        return Math.max(1, Math.min(shape.models(), affordable));
    }

    private void say(int repeat, String what) {
        session.say("repeat " + repeat + " of " + plan.repeats() + ": " + what + " …");
    }
}
