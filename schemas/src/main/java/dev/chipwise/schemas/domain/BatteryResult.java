package dev.chipwise.schemas.domain;

import java.util.List;

/**
 * One battery run: what a model costs in energy, heat and battery charge.
 *
 * @param throttling what the device did against heat, or null when not watched
 * @param temperatures start, end and highest per thermal zone
 * @param samples the bounded series that the metrics were derived from; empty when not kept
 */
public record BatteryResult(
        Envelope envelope,
        Subject subject,
        Outcome outcome,
        List<Measurement> measurements,
        Evidence evidence,
        Protocol protocol,
        Throttling throttling,
        List<ZoneTemperature> temperatures,
        List<Sample> samples)
        implements Result {

    /**
     * How a battery run was done.
     *
     * @param procedure continuous, periodic, batch_size or quantization
     * @param method how energy was found: fuel_gauge, charge_counter, rail, external_meter,
     *     level_delta, estimated
     * @param methodResolution smallest step of that method in mJ, or null
     * @param charging whether the charger was connected, which makes it no battery run
     */
    public record Protocol(
            String procedure,
            String deviceState,
            String powerMode,
            String method,
            Double methodResolution,
            boolean charging,
            Double durationMs) {}

    /** Throttling events, seconds spent in them, and the highest level (0 none to 5 emergency). */
    public record Throttling(int events, double seconds, int level) {}

    /** Temperatures of one thermal zone in degrees Celsius; null where not read. */
    public record ZoneTemperature(String zone, Double startC, Double endC, Double maxC) {}

    /**
     * One reading of the gauge, {@code tMs} after the start; null where not read. Discharge current
     * is positive.
     */
    public record Sample(
            long tMs, Double voltageMv, Double currentUa, Double temperatureC, Double levelPct) {}

    public BatteryResult {
        measurements = List.copyOf(measurements);
        temperatures = List.copyOf(temperatures);
        samples = List.copyOf(samples);
    }

    @Override
    public BatteryResult withEnvelope(Envelope other) {
        return new BatteryResult(
                other,
                subject,
                outcome,
                measurements,
                evidence,
                protocol,
                throttling,
                temperatures,
                samples);
    }
}
