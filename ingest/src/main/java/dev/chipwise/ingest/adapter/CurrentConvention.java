package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Reason;
import java.util.List;
import java.util.Map;

/**
 * Sign and unit of a log's current, which every maker chooses for itself, learnt from the charge
 * counter: the current's integral and the counter must tell of the same charge.
 *
 * @param dischargeMicroAmps what one raw unit is; negative where raw positive flows into the
 *     battery
 * @param ratio of the integral to the counter's change in that unit: 1 where they agree
 * @param pieces how many pieces of the log were compared
 */
record CurrentConvention(double dischargeMicroAmps, double ratio, int pieces) {

    private static final int FEWEST_PIECES = 2;
    private static final double LEAST_AGREEMENT = 0.8;
    private static final double LARGEST_ERROR = 2;
    private static final double SMALLEST_BATTERY_UAH = 1e4;
    private static final double LARGEST_BATTERY_UAH = 3e8;
    private static final Map<String, Double> MICRO_AMP_HOURS =
            Map.of("uah", 1.0, "mah", 1e3, "ah", 1e6);
    private static final Map<String, Double> MICRO_AMPS = Map.of("ua", 1.0, "ma", 1e3, "a", 1e6);

    /**
     * Learns the convention.
     *
     * @throws UnreadableField when the log cannot decide it
     */
    static CurrentConvention of(List<BatteryReading> readings, BatteryColumns columns) {
        var counter = columns.counter().name();
        var pieces = ChargePieces.of(readings);
        if (pieces.count() < FEWEST_PIECES) {
            throw new UnreadableField(
                    Reason.MISSING_VALUE,
                    counter,
                    "moved too little to learn sign and unit of the current from; log for longer");
        }
        if (pieces.agreement() < LEAST_AGREEMENT) {
            throw new UnreadableField(
                    Reason.UNIT_MISMATCH,
                    counter,
                    "does not follow the current, so that its sign and unit cannot be learnt");
        }
        double perMicroAmpHour = pieces.slope() / microAmpHours(readings, columns.counter());
        double unit = unit(Math.abs(perMicroAmpHour), columns.current());
        double intoBattery = Math.signum(perMicroAmpHour) * orientation(pieces, columns.counter());
        return new CurrentConvention(
                -intoBattery * unit, Math.abs(perMicroAmpHour) * unit, pieces.count());
    }

    private static int orientation(ChargePieces pieces, BatteryColumn counter) {
        int orientation = pieces.orientation();
        if (orientation == 0 && !BatteryColumns.countsWhatIsLeft(counter)) {
            throw new UnreadableField(
                    Reason.MISSING_VALUE,
                    counter.name(),
                    "may count what is left or what was drawn, and no level tells which");
        }
        return orientation == 0 ? 1 : orientation;
    }

    private static double unit(double rawPerMicroAmp, BatteryColumn current) {
        for (var unit : MICRO_AMPS.entrySet()) {
            double ratio = rawPerMicroAmp * unit.getValue();
            boolean fits = ratio < LARGEST_ERROR && ratio > 1 / LARGEST_ERROR;
            if (fits && !current.unit().isEmpty() && !current.unit().equals(unit.getKey())) {
                throw new UnreadableField(
                        Reason.UNIT_MISMATCH,
                        current.name(),
                        "is in " + unit.getKey() + " by the charge counter, not as its name says");
            }
            if (fits) {
                return unit.getValue();
            }
        }
        throw new UnreadableField(
                Reason.UNIT_MISMATCH,
                current.name(),
                "is " + rawPerMicroAmp + " of what the charge counter says, which is no unit");
    }

    /** A counter without unit in its name tells it by its size, unless that lies between two. */
    private static double microAmpHours(List<BatteryReading> readings, BatteryColumn counter) {
        double largest =
                readings.stream()
                        .filter(reading -> reading.counter() != null)
                        .mapToDouble(reading -> Math.abs(reading.counter()))
                        .max()
                        .orElse(0);
        boolean milli = largest >= 10 && largest < 3e4;
        boolean micro = largest >= 3e5;
        var unit = counter.unit().isEmpty() ? milli ? "mah" : micro ? "uah" : "" : counter.unit();
        double factor = MICRO_AMP_HOURS.getOrDefault(unit, 0.0);
        if (largest * factor < SMALLEST_BATTERY_UAH || largest * factor > LARGEST_BATTERY_UAH) {
            throw new UnreadableField(
                    Reason.UNIT_MISMATCH,
                    counter.name(),
                    "is at most "
                            + largest
                            + ", which is no battery in its unit; name the column"
                            + " charge_counter_uah or charge_counter_mah");
        }
        return factor;
    }
}
