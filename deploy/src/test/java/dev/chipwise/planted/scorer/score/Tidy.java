package dev.chipwise.planted.scorer.score;

import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/** Not planted at all: what pure code is free to do. */
public record Tidy(Instant measuredAt, long seed) {

    double noisy(double value) {
        return StrictMath.log(Math.max(value, 1)) + new SplittableRandom(seed).nextDouble();
    }

    String shown() {
        return String.format(Locale.ROOT, "%.2f", noisy(2)).toLowerCase(Locale.ROOT);
    }
}
