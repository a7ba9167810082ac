package dev.chipwise.snapshotter.snapshot;

/**
 * How many runs on each side would decide a comparison: the least n with {@code n >= 2 s^2
 * (t_{1-alpha} + t_{1-beta})^2 / target^2}, for one cell alone and noise as it is.
 */
final class RunsNeeded {

    /** More than this nobody runs; said instead of anything larger. */
    static final int MOST = 1000;

    private final StudentTable level;
    private final StudentTable power;

    RunsNeeded(double level, double power) {
        this.level = new StudentTable(level);
        this.power = new StudentTable(1 - power);
    }

    /**
     * @param spread standard deviation of a run, in logs
     * @param priorDof degrees of freedom that the prior adds
     * @param target the difference to be told apart, in logs
     */
    int perSide(double spread, double priorDof, double target) {
        double ratio = spread / StrictMath.abs(target);
        int fewest = 1;
        int most = MOST;
        while (fewest < most) {
            int runs = (fewest + most) / 2;
            if (runs >= 2 * factor(priorDof + 2.0 * (runs - 1)) * ratio * ratio) {
                most = runs;
            } else {
                fewest = runs + 1;
            }
        }
        return most;
    }

    private double factor(double dof) {
        double sum = level.at(dof) + power.at(dof);
        return sum * sum;
    }
}
