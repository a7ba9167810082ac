package dev.chipwise.snapshotter.snapshot;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Upper quantiles of Student's t for one tail probability, by whole degrees of freedom: looked up
 * many times, computed once. In between, and beyond the table, it errs on the wide side.
 */
final class StudentTable {

    private static final int ROWS = 128;

    private final double[] quantiles = new double[ROWS + 1];

    StudentTable(double tail) {
        for (int dof = 1; dof <= ROWS; dof++) {
            quantiles[dof] = TDistribution.of(dof).inverseSurvivalProbability(tail);
        }
    }

    double at(double dof) {
        return quantiles[(int) StrictMath.max(1, StrictMath.min(ROWS, dof))];
    }
}
