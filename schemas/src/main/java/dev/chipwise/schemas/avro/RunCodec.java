package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.RunV1;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Readings;
import dev.chipwise.schemas.domain.Run;
import java.util.ArrayList;
import java.util.TreeMap;

/** {@link Run} in a state store; metrics are codes, since a window holds many. */
final class RunCodec extends AvroCodec<Run, RunV1> {

    RunCodec() {
        super("run", RunV1.getClassSchema());
    }

    @Override
    RunV1 toWire(Run run) {
        var readings = run.readings();
        var codes = new ArrayList<Integer>(readings.size());
        var values = new ArrayList<Double>(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            codes.add(readings.code(i));
            values.add(readings.value(i));
        }
        var status = run.status() == null ? null : run.status().wireName();
        return new RunV1(
                run.occurredAt(),
                run.eventId(),
                run.retracted(),
                status,
                run.failureClass(),
                codes,
                values);
    }

    @Override
    Run fromWire(RunV1 wire) {
        var byCode = new TreeMap<Integer, Double>();
        var codes = wire.getMetricCodes();
        for (int i = 0; i < codes.size(); i++) {
            byCode.put(codes.get(i), wire.getValues().get(i));
        }
        return new Run(
                wire.getOccurredAt(),
                wire.getEventId(),
                wire.getRetracted(),
                wire.getStatus() == null ? null : Outcome.Status.of(wire.getStatus()),
                wire.getFailureClass(),
                Readings.of(byCode));
    }
}
