package dev.chipwise.planted.scorer.score;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Random;
import java.util.function.Supplier;

/** Planted: pure in name only. */
public final class Impure {

    private Impure() {}

    static Supplier<Instant> asksTheClock() {
        return Instant::now;
    }

    static double rollsDice() {
        return new Random().nextDouble();
    }

    static byte[] drawsEntropy() {
        return new SecureRandom().generateSeed(1);
    }

    static String readsTheEnvironment() {
        return System.getenv("HOME");
    }

    static void prints() {
        System.out.println();
    }

    static String usesTheDefaultLocale(double value) {
        return String.format("%.2f", value);
    }

    static double usesTheMachinesLogarithm(double value) {
        return Math.log(value);
    }

    static boolean looksAtFiles() {
        return Files.exists(Path.of("/"));
    }

    static void startsAThread() {
        new Thread(() -> {}).start();
    }
}
