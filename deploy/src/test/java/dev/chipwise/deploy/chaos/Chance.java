package dev.chipwise.deploy.chaos;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * How often a fault is injected and when, by the seed that the run is asked for; without one every
 * run of the shortened suite is the same.
 */
final class Chance {

    private final long seed = Long.getLong("chipwise.chaos.seed", 1);
    private final Random random;

    /** One of its own per scenario, so that each can be run alone. */
    Chance(String scenario) {
        random = new Random(seed * 31 + scenario.hashCode());
    }

    /** How many times, as asked by {@code -Dchipwise.chaos.<what>=N}, else this often. */
    static int times(String what, int otherwise) {
        return Integer.getInteger("chipwise.chaos." + what, otherwise);
    }

    long seed() {
        return seed;
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /** From 0 to less than this. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }

    /** Lets a while pass that is up to this long. */
    void letPass(Duration most) {
        letPassExactly(Duration.ofMillis(random.nextLong(most.toMillis() + 1)));
    }

    static void letPassExactly(Duration time) {
        await().pollDelay(time).timeout(time.plusSeconds(60)).until(() -> true);
    }
}
