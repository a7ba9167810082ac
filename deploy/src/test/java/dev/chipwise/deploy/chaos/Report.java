package dev.chipwise.deploy.chaos;

import org.junit.jupiter.api.TestInfo;

/** One line per scenario on what was done, for whoever reads the log of a long run. */
final class Report {

    private Report() {}

    static void say(TestInfo test, Chance chance, String words) {
        System.out.println(
                "chaos: "
                        + test.getTestMethod().orElseThrow().getName()
                        + ": "
                        + words
                        + ", seed "
                        + chance.seed());
    }
}
