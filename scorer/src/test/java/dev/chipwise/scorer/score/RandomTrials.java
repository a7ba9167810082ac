package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A board's worth of random results: several hardware, configurations, failures, gaps, ties. */
final class RandomTrials {

    private static final List<String> PRECISIONS = List.of("fp16", "int8");

    private RandomTrials() {}

    static List<BenchmarkResult> results(Random random) {
        var results = new ArrayList<BenchmarkResult>();
        int hardware = 2 + random.nextInt(5);
        for (int i = 0; i < hardware; i++) {
            int runs = 1 + random.nextInt(12);
            for (int run = 0; run < runs; run++) {
                results.add(trial(random, "cpu/acme/chip-" + i).number(run).result());
            }
        }
        return results;
    }

    private static Trial trial(Random random, String hardware) {
        var trial =
                Trial.on(hardware)
                        .precision(PRECISIONS.get(random.nextInt(2)))
                        .batch(random.nextInt(4) == 0 ? 8 : 1)
                        .day(random.nextInt(4))
                        .evidence(random.nextInt(20) == 0 ? Evidence.SIMULATED : Evidence.REAL);
        if (random.nextInt(8) == 0) {
            return trial.failed("crash");
        }
        trial.latency(value(random, 10));
        if (random.nextInt(4) > 0) {
            trial.throughput(value(random, 100));
        }
        if (random.nextInt(3) > 0) {
            trial.memory(value(random, 300));
        }
        return trial;
    }

    /** Coarse, so that ties happen. */
    private static double value(Random random, double about) {
        return about * (1 + random.nextInt(12) / 4.0);
    }
}
