package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Reason;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a battery log's raw readings are in our units.
 *
 * @param millivolts of one raw unit
 * @param dischargeMicroAmps of one raw unit, so that what leaves the battery is positive
 * @param celsius of one raw unit, or null where the unit of temperatures cannot be told
 */
record BatteryScale(double millivolts, double dischargeMicroAmps, Double celsius) {

    private static final double NANOWATTS_PER_MILLIWATT = 1e6;
    private static final Map<String, Double> MILLIVOLTS = Map.of("v", 1e3, "mv", 1.0, "uv", 1e-3);
    private static final Map<String, Double> CELSIUS = Map.of("c", 1.0, "dc", 0.1);

    /**
     * Learns the scale from the log as a whole.
     *
     * @throws UnreadableField when a unit can be neither read nor learnt
     */
    static BatteryScale of(List<BatteryReading> readings, BatteryColumns columns) {
        return new BatteryScale(
                millivolts(columns.voltage(), largest(readings, BatteryReading::voltage)),
                CurrentConvention.of(readings, columns).dischargeMicroAmps(),
                columns.temperature() == null
                        ? null
                        : celsius(
                                columns.temperature(),
                                largest(readings, BatteryReading::temperature)));
    }

    double voltage(BatteryReading reading) {
        return reading.voltage() * millivolts;
    }

    double current(BatteryReading reading) {
        return reading.current() * dischargeMicroAmps;
    }

    /** Power out of the battery in mW. */
    double power(BatteryReading reading) {
        return voltage(reading) * current(reading) / NANOWATTS_PER_MILLIWATT;
    }

    Double temperature(BatteryReading reading) {
        return celsius == null || reading.temperature() == null
                ? null
                : Double.valueOf(reading.temperature() * celsius);
    }

    /** A battery has between 1 V and 200 V, so that its size tells the unit. */
    private static double millivolts(BatteryColumn column, double largest) {
        if (!column.unit().isEmpty()) {
            return MILLIVOLTS.get(column.unit());
        }
        if (largest > 1 && largest < 200) {
            return MILLIVOLTS.get("v");
        }
        if (largest >= 1e3 && largest < 2e5) {
            return MILLIVOLTS.get("mv");
        }
        if (largest >= 1e6 && largest < 2e8) {
            return MILLIVOLTS.get("uv");
        }
        throw new UnreadableField(
                Reason.UNIT_MISMATCH,
                column.name(),
                "is at most " + largest + ", in no unit of a battery's voltage");
    }

    /**
     * The hottest moment of a log lies between 10 °C and 70 °C, so that its size tells the unit.
     */
    private static Double celsius(BatteryColumn column, double largest) {
        if (!column.unit().isEmpty()) {
            return CELSIUS.get(column.unit());
        }
        for (double unit : new double[] {1, 0.1, 0.01}) {
            if (largest * unit >= 10 && largest * unit <= 70) {
                return unit;
            }
        }
        return null;
    }

    private static double largest(
            List<BatteryReading> readings, Function<BatteryReading, Double> value) {
        return readings.stream()
                .map(value)
                .filter(each -> each != null)
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
    }
}
