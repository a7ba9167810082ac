package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.BatteryProtocolV1;
import dev.chipwise.schemas.avro.wire.BatteryResultV1;
import dev.chipwise.schemas.avro.wire.BatterySampleV1;
import dev.chipwise.schemas.avro.wire.ThrottlingV1;
import dev.chipwise.schemas.avro.wire.ZoneTemperatureV1;
import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.Evidence;

/** {@link BatteryResult} on the wire. */
final class BatteryResultCodec extends AvroCodec<BatteryResult, BatteryResultV1> {

    BatteryResultCodec() {
        super("battery_result", BatteryResultV1.getClassSchema());
    }

    @Override
    BatteryResultV1 toWire(BatteryResult result) {
        return new BatteryResultV1(
                EnvelopeParts.toWire(result.envelope()),
                SubjectParts.toWire(result.subject()),
                result.outcome().status().wireName(),
                ResultParts.failure(result.outcome()),
                ResultParts.toWire(result.measurements()),
                result.evidence().wireName(),
                toWire(result.protocol()),
                toWire(result.throttling()),
                result.temperatures().stream().map(BatteryResultCodec::toWire).toList(),
                result.samples().stream().map(BatteryResultCodec::toWire).toList());
    }

    @Override
    BatteryResult fromWire(BatteryResultV1 wire) {
        return new BatteryResult(
                EnvelopeParts.fromWire(wire.getEnvelope()),
                SubjectParts.fromWire(wire.getSubject()),
                ResultParts.outcome(wire.getStatus(), wire.getFailure()),
                ResultParts.fromWire(wire.getMeasurements()),
                Evidence.of(wire.getEvidence()),
                fromWire(wire.getProtocol()),
                fromWire(wire.getThrottling()),
                wire.getTemperatures().stream().map(BatteryResultCodec::fromWire).toList(),
                wire.getSamples().stream().map(BatteryResultCodec::fromWire).toList());
    }

    private static BatteryProtocolV1 toWire(BatteryResult.Protocol protocol) {
        return protocol == null
                ? null
                : new BatteryProtocolV1(
                        protocol.procedure(),
                        protocol.deviceState(),
                        protocol.powerMode(),
                        protocol.method(),
                        protocol.methodResolution(),
                        protocol.charging(),
                        protocol.durationMs());
    }

    private static BatteryResult.Protocol fromWire(BatteryProtocolV1 wire) {
        return wire == null
                ? null
                : new BatteryResult.Protocol(
                        wire.getProcedure(),
                        wire.getDeviceState(),
                        wire.getPowerMode(),
                        wire.getMethod(),
                        wire.getMethodResolutionMj(),
                        wire.getCharging(),
                        wire.getDurationMs());
    }

    private static ThrottlingV1 toWire(BatteryResult.Throttling throttling) {
        return throttling == null
                ? null
                : new ThrottlingV1(throttling.events(), throttling.seconds(), throttling.level());
    }

    private static BatteryResult.Throttling fromWire(ThrottlingV1 wire) {
        return wire == null
                ? null
                : new BatteryResult.Throttling(
                        wire.getEvents(), wire.getThrottledS(), wire.getLevel());
    }

    private static ZoneTemperatureV1 toWire(BatteryResult.ZoneTemperature temperature) {
        return new ZoneTemperatureV1(
                temperature.zone(), temperature.startC(), temperature.endC(), temperature.maxC());
    }

    private static BatteryResult.ZoneTemperature fromWire(ZoneTemperatureV1 wire) {
        return new BatteryResult.ZoneTemperature(
                wire.getZone(), wire.getStartC(), wire.getEndC(), wire.getMaxC());
    }

    private static BatterySampleV1 toWire(BatteryResult.Sample sample) {
        return new BatterySampleV1(
                sample.tMs(),
                sample.voltageMv(),
                sample.currentUa(),
                sample.temperatureC(),
                sample.levelPct());
    }

    private static BatteryResult.Sample fromWire(BatterySampleV1 wire) {
        return new BatteryResult.Sample(
                wire.getTMs(),
                wire.getVoltageMv(),
                wire.getCurrentUa(),
                wire.getTemperatureC(),
                wire.getLevelPct());
    }
}
