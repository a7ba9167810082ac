package dev.chipwise.ingest.adapter;

import java.util.List;

/**
 * A battery log in pieces, each long enough for its charge counter to take several steps: per piece
 * the current's integral, the counter's change and the level's. Sums of products tell whether they
 * go together, and how (least squares through the origin).
 */
final class ChargePieces {

    /** One step may be an accident of rounding. */
    private static final int STEPS = 4;

    /** A gauge may correct its level by a point or two against the charge. */
    private static final double LEAST_LEVEL_PCT = 3;

    private static final double LEAST_ONE_WAY = 0.5;

    private final double enough;
    private int count;
    private double chargeByCounter;
    private double chargeByCharge;
    private double counterByCounter;
    private double counterByLevel;
    private double counterByLevelEitherWay;
    private double levelMoved;
    private double charge;
    private double counter;
    private double level;

    private ChargePieces(double smallestStep) {
        enough = STEPS * smallestStep;
    }

    static ChargePieces of(List<BatteryReading> readings) {
        var counted = readings.stream().filter(reading -> reading.counter() != null).toList();
        var pieces = new ChargePieces(smallestStep(counted));
        for (int i = 1; i < counted.size(); i++) {
            pieces.add(counted.get(i - 1), counted.get(i));
        }
        return pieces;
    }

    int count() {
        return count;
    }

    /** Raw charge per unit of the counter. */
    double slope() {
        return chargeByCounter / counterByCounter;
    }

    /** From 0, where counter and current have nothing in common, to 1. */
    double agreement() {
        return Math.abs(chargeByCounter) / Math.sqrt(chargeByCharge * counterByCounter);
    }

    /**
     * 1 where the counter rises with the level, so that it counts what is left; -1 where it falls;
     * 0 where the level hardly moves or goes both ways, so that it does not tell.
     */
    int orientation() {
        boolean tells =
                levelMoved >= LEAST_LEVEL_PCT
                        && Math.abs(counterByLevel) >= LEAST_ONE_WAY * counterByLevelEitherWay;
        return tells ? (int) Math.signum(counterByLevel) : 0;
    }

    private void add(BatteryReading before, BatteryReading reading) {
        if (!reading.continues(before)) {
            startPiece();
            return;
        }
        charge += reading.chargeSince(before);
        counter += reading.counter() - before.counter();
        level +=
                reading.level() == null || before.level() == null
                        ? 0
                        : reading.level() - before.level();
        if (counter != 0 && Math.abs(counter) >= enough) {
            count++;
            chargeByCounter += charge * counter;
            chargeByCharge += charge * charge;
            counterByCounter += counter * counter;
            counterByLevel += counter * level;
            counterByLevelEitherWay += Math.abs(counter * level);
            levelMoved += Math.abs(level);
            startPiece();
        }
    }

    private void startPiece() {
        charge = 0;
        counter = 0;
        level = 0;
    }

    private static double smallestStep(List<BatteryReading> readings) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < readings.size(); i++) {
            double step = Math.abs(readings.get(i).counter() - readings.get(i - 1).counter());
            smallest = step > 0 ? Math.min(smallest, step) : smallest;
        }
        return smallest;
    }
}
