package dev.chipwise.ingest.adapter;

import java.util.ArrayList;
import java.util.List;

/**
 * Readings of a battery without a gap, all of them on the charger or all of them off it.
 *
 * @param charging whether a charger was connected; where the log does not tell, whether current
 *     flowed into the battery
 */
record BatteryStretch(List<BatteryReading> readings, boolean charging, BatteryScale scale) {

    private static final double MILLIS_PER_SECOND = 1_000;

    static List<BatteryStretch> split(List<BatteryReading> readings, BatteryScale scale) {
        var stretches = new ArrayList<BatteryStretch>();
        BatteryReading before = null;
        for (var reading : readings) {
            boolean charging = isCharging(reading, scale);
            boolean goes =
                    before != null
                            && reading.continues(before)
                            && charging == isCharging(before, scale);
            if (!goes) {
                stretches.add(new BatteryStretch(new ArrayList<>(), charging, scale));
            }
            stretches.get(stretches.size() - 1).readings.add(reading);
            before = reading;
        }
        return stretches;
    }

    BatteryReading first() {
        return readings.get(0);
    }

    BatteryReading last() {
        return readings.get(readings.size() - 1);
    }

    double durationMs() {
        return last().timeMs() - first().timeMs();
    }

    /** Energy out of the battery in mJ: the integral of power by the trapezoid rule. */
    double energyMj() {
        double energy = 0;
        for (int i = 1; i < readings.size(); i++) {
            var before = readings.get(i - 1);
            var after = readings.get(i);
            double seconds = (after.timeMs() - before.timeMs()) / MILLIS_PER_SECOND;
            energy += (scale.power(before) + scale.power(after)) / 2 * seconds;
        }
        return energy;
    }

    private static boolean isCharging(BatteryReading reading, BatteryScale scale) {
        return reading.onCharger() == null ? scale.current(reading) < 0 : reading.onCharger();
    }
}
