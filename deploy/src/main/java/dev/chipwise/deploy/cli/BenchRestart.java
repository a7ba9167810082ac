package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.bench.Figure;
import dev.chipwise.deploy.bench.Figure.Kind;
import dev.chipwise.deploy.bench.Figure.Unit;
import dev.chipwise.deploy.bench.GrowthFigures;
import dev.chipwise.deploy.bench.Load;
import dev.chipwise.deploy.bench.Observations;
import dev.chipwise.deploy.bench.kafka.FirstScore;
import java.util.List;

/**
 * How long a scorer that was stopped is away: from the start of its process until the score of a
 * result that came meanwhile is read, with the state directory and without it.
 */
record BenchRestart(BenchTenant tenant, Load load, int models) {

    /** Returns how many results it published. */
    int measure(int cells, Observations observations) throws InterruptedException {
        observations.addSeconds(figure(cells, "with its state directory"), restart());
        ScratchDirectory.removeAll(tenant.scorerState());
        observations.addSeconds(figure(cells, "from changelogs alone"), restart());
        return 2;
    }

    private static Figure figure(int cells, String how) {
        var name = GrowthFigures.words(cells) + ": process start to first fresh score, " + how;
        return Figure.of(Kind.RESTART, name, Unit.SECONDS);
    }

    private long restart() throws InterruptedException {
        load.continueAt(tenant.session().clock().instant());
        var result = load.mixed(models, 1).get(0);
        try (var first =
                new FirstScore(tenant.cluster(), tenant.topics(), result, System::nanoTime)) {
            long start = System.nanoTime();
            try (var scorer = StageProcess.start(tenant, Stage.SCORER, List.of(), List.of())) {
                return first.await(scorer::refuseEnd) - start;
            }
        }
    }
}
