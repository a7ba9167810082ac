package dev.chipwise.ingest.fleet;

import java.util.SplittableRandom;

/**
 * Chance that belongs to names: the same seed and names give the same numbers for ever, whatever
 * else is in the fleet.
 */
final class Noise {

    private static final double SPIKE_SHARE = 0.025;

    private final SplittableRandom random;

    private Noise(long seed) {
        random = new SplittableRandom(seed);
    }

    static Noise of(long seed, String kind, String... names) {
        long hash = mixed(seed, kind);
        for (var name : names) {
            hash = mixed(hash, name);
        }
        return new Noise(hash);
    }

    /** A number of [0, bound). */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A factor around 1 whose logarithm has this standard deviation. */
    double factor(double spread) {
        return StrictMath.exp(spread * gaussian());
    }

    /** Rarely a factor above 1, as when something else woke up on the device; otherwise 1. */
    double spike() {
        return happens(SPIKE_SHARE) ? 1.08 + 0.17 * random.nextDouble() : 1;
    }

    /** Box and Muller's way, since the library's own may differ between Java versions. */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    private static long mixed(long hash, String name) {
        long mixed = hash;
        for (int i = 0; i < name.length(); i++) {
            mixed = (mixed ^ name.charAt(i)) * 0x100000001b3L;
        }
        mixed = (mixed ^ (mixed >>> 31)) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
