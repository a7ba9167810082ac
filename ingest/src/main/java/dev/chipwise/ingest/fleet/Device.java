package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.HardwareId;
import java.util.List;

/**
 * A device of the sample fleet.
 *
 * @param key names it in the fleet's tables
 * @param socClass such as {@code flagship phone}
 * @param battery null on mains
 * @param runNoise standard deviation of one run on the log scale
 * @param processors in order of the table
 */
record Device(
        String key,
        String socClass,
        Hardware hardware,
        Battery battery,
        double idleWatts,
        ThermalCurve thermal,
        double runNoise,
        List<Processor> processors) {

    /** What feeds a device that is carried around. */
    record Battery(double capacityMah, double voltageMv) {

        double energyJoules() {
            return capacityMah / 1000 * voltageMv / 1000 * 3600;
        }
    }

    Device {
        processors = List.copyOf(processors);
    }

    /** Another device of the same class, numbered, at another clock. */
    Device variant(int number, double clock) {
        var name = hardware.device() + " " + number;
        var renamed =
                new Hardware(
                        HardwareId.of(hardware.type(), hardware.vendor(), name),
                        hardware.type(),
                        hardware.vendor(),
                        name,
                        hardware.soc(),
                        hardware.os(),
                        hardware.osVersion(),
                        hardware.driver(),
                        hardware.memoryMb());
        return new Device(
                key,
                socClass,
                renamed,
                battery,
                idleWatts,
                thermal,
                runNoise,
                processors.stream().map(processor -> processor.scaled(clock)).toList());
    }
}
