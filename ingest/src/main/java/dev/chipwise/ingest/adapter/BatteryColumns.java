package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Reason;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of a battery log, found by the names that phones, kernels and tools give them.
 *
 * @param counter of charge, or null; as {@code level}, {@code temperature} and {@code capacity}
 * @param charging every column that says that a charger is connected
 */
record BatteryColumns(
        int count,
        BatteryColumn time,
        BatteryColumn voltage,
        BatteryColumn current,
        BatteryColumn counter,
        BatteryColumn level,
        BatteryColumn temperature,
        BatteryColumn capacity,
        List<BatteryColumn> charging) {

    /**
     * Names in order of preference: a reading of now before a mean, an accumulator before a guess.
     */
    private record Names(List<String> names, List<String> units) {

        BatteryColumn in(List<String> header) {
            return BatteryColumn.find(header, names, units);
        }
    }

    private static final String ACCUMULATOR = "chargeaccum";

    private static final Names TIME =
            new Names(
                    List.of("timestamp", "time", "elapsed", "ts", "t"),
                    List.of("s", "ms", "us", "ns"));
    private static final Names VOLTAGE =
            new Names(List.of("voltage", "voltagenow", "batteryvoltage"), List.of("v", "mv", "uv"));
    private static final Names CURRENT =
            new Names(
                    List.of("instantamperage", "currentnow", "current", "amperage"),
                    List.of("a", "ma", "ua"));
    private static final Names COUNTER =
            new Names(
                    List.of(
                            "chargecounter",
                            ACCUMULATOR,
                            "chargenow",
                            "charge",
                            "applerawcurrentcapacity"),
                    List.of("ah", "mah", "uah"));
    private static final Names LEVEL =
            new Names(List.of("level", "batterylevel", "stateofcharge", "soc"), List.of("pct"));
    private static final Names TEMPERATURE =
            new Names(List.of("temperature", "temp", "batterytemperature"), List.of("c", "dc"));
    private static final Names CAPACITY = new Names(List.of("designcapacity"), List.of("mah"));
    private static final List<Names> CHARGING =
            Stream.of("ischarging", "charging", "plugged", "externalconnected")
                    .map(name -> new Names(List.of(name), List.of()))
                    .toList();

    static BatteryColumns of(List<String> header) {
        return new BatteryColumns(
                header.size(),
                TIME.in(header),
                VOLTAGE.in(header),
                CURRENT.in(header),
                COUNTER.in(header),
                LEVEL.in(header),
                TEMPERATURE.in(header),
                CAPACITY.in(header),
                CHARGING.stream()
                        .map(names -> names.in(header))
                        .filter(column -> column != null)
                        .toList());
    }

    /** Whether a counter is known to count what is left; an accumulator may go either way. */
    static boolean countsWhatIsLeft(BatteryColumn counter) {
        return BatteryColumn.find(List.of(counter.name()), List.of(ACCUMULATOR), COUNTER.units())
                == null;
    }

    /** Whether a table with these columns is a battery log at all. */
    boolean areOfABattery() {
        return time != null && voltage != null && current != null;
    }

    /**
     * Makes sure that energy can be told.
     *
     * @throws UnreadableField when a column is missing
     */
    void require() {
        if (!areOfABattery()) {
            throw new UnreadableField(
                    Reason.MISSING_VALUE, "", "must have columns for time, voltage and current");
        }
        if (counter == null) {
            throw new UnreadableField(
                    Reason.MISSING_VALUE,
                    "",
                    "has no charge counter to learn sign and unit of the current from; log it too,"
                            + " as charge_counter_uah");
        }
    }
}
