package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.bench.BenchPlan;
import dev.chipwise.deploy.bench.BenchPlan.Part;
import dev.chipwise.deploy.bench.Figure;
import dev.chipwise.deploy.bench.GrowthFigures;
import dev.chipwise.deploy.bench.Load;
import dev.chipwise.deploy.bench.LoadShape;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.kafka.Filling;
import dev.chipwise.deploy.bench.kafka.RunningPipeline;
import dev.chipwise.deploy.bench.kafka.Throughput;
import dev.chipwise.deploy.bench.kafka.ThroughputFigures;
import java.util.function.Function;

/**
 * What changes with the number of cells: one state and one store grow from size to size, and at
 * each of them speed, bytes, questions and restarts are measured.
 */
final class BenchGrowth {

    private static final long SEED = 11;
    private static final int ASKED_MODELS = 50;

    private final Session session;
    private final BenchTenant tenant;
    private final Changelogs changelogs;
    private final BenchPlan plan;
    private final Load load;
    private final int cellsPerBoard;
    private int models;
    private long events;

    BenchGrowth(Session session, BenchTenant tenant, Changelogs changelogs, BenchPlan plan) {
        this.session = session;
        this.tenant = tenant;
        this.changelogs = changelogs;
        this.plan = plan;
        var shape = LoadShape.small(1);
        cellsPerBoard = shape.cellsPerBoard();
        load = new Load(shape, session.catalog(), SEED, session.clock().instant());
    }

    void measure(Observations observations) throws InterruptedException {
        for (int cells : plan.sizes()) {
            boolean grows = plan.has(Part.GROWTH) && plan.growth().contains(cells);
            session.say("growing to " + GrowthFigures.words(cells) + " …");
            try (var stages = tenant.start()) {
                grow(cells, stages.pipeline());
                if (grows) {
                    measureSpeed(cells, stages.pipeline(), observations);
                }
            }
            if (grows) {
                measureBytes(cells, observations);
            }
            if (plan.has(Part.RESTART) && plan.restarts().contains(cells)) {
                session.say("restarting with " + GrowthFigures.words(cells) + " …");
                events += new BenchRestart(tenant, load, models).measure(cells, observations);
            }
        }
        addSlopes(observations);
    }

    private void grow(int cells, RunningPipeline pipeline) throws InterruptedException {
        int wanted = Math.max(1, cells / cellsPerBoard);
        load.continueAt(session.clock().instant());
        Filling.fill(pipeline, load.once(models, wanted));
        events += (long) (wanted - models) * cellsPerBoard;
        models = wanted;
    }

    private void measureSpeed(int cells, RunningPipeline pipeline, Observations observations)
            throws InterruptedException {
        var figures = ThroughputFigures.ofGrowth(GrowthFigures.words(cells));
        for (int repeat = 0; repeat < plan.repeats(); repeat++) {
            load.continueAt(session.clock().instant());
            var results = load.mixed(models, plan.events());
            new Throughput(pipeline, figures, results).measure(observations);
            events += results.size();
        }
    }

    private void measureBytes(int cells, Observations observations) {
        var figures = GrowthFigures.at(cells);
        var store = tenant.session().dataDirectory().storeFile();
        observations.addShare(
                figures.state(), cells, DiskUse.of(tenant.scorerState(), any -> true));
        observations.addShare(figures.changelog(), events, changelogs.bytes());
        observations.addShare(figures.store(), events, DiskUse.of(store, any -> true));
        var asked = load.someModels(models, ASKED_MODELS);
        var delays = new RecommendLatency(store, session.catalog()).of(asked);
        observations.add(figures.recommend(), delays.percentileMs(0.5));
        observations.add(figures.slowRecommend(), delays.percentileMs(0.99));
    }

    private void addSlopes(Observations observations) {
        addSlope(observations, "publish to queryable row", cells -> speed(cells).row());
        addSlope(observations, "publish to last score record", cells -> speed(cells).score());
        addSlope(observations, "processor time", cells -> speed(cells).processor());
        addSlope(observations, "state per cell", cells -> GrowthFigures.at(cells).state());
        addSlope(observations, "store per event", cells -> GrowthFigures.at(cells).store());
        addSlope(observations, "recommend, p50", cells -> GrowthFigures.at(cells).recommend());
    }

    private void addSlope(
            Observations observations, String what, Function<Integer, Figure> figure) {
        GrowthFigures.addSlope(observations, what, plan.growth(), figure);
    }

    private static ThroughputFigures speed(int cells) {
        return ThroughputFigures.ofGrowth(GrowthFigures.words(cells));
    }
}
