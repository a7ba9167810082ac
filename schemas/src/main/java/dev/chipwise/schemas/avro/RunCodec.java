package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.avro.wire.RunV1;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Readings;
import dev.chipwise.schemas.domain.Run;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;

/** {@link Run} in a state store; metrics are codes, since a window holds many. */
final class RunCodec extends AvroCodec<Run, RunV1> {

    private static final int MICROS_A_SECOND = 1_000_000;
    private static final int NANOS_A_MICRO = 1_000;

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
        return new Run(
                wire.getOccurredAt(),
                wire.getEventId(),
                wire.getRetracted(),
                status(wire.getStatus()),
                wire.getFailureClass(),
                Readings.of(
                        wire.getMetricCodes().stream().mapToInt(Integer::intValue).toArray(),
                        wire.getValues().stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /** By hand: a window that is not held on the heap is read run by run. */
    @Override
    Run read(BytesDecoder body) throws IOException {
        long micros = body.readLong();
        var second = Instant.ofEpochSecond(Math.floorDiv(micros, MICROS_A_SECOND));
        return new Run(
                second.plusNanos(NANOS_A_MICRO * Math.floorMod(micros, MICROS_A_SECOND)),
                body.readUniqueString(),
                body.readBoolean(),
                status(optional(body)),
                optional(body),
                Readings.of(codes(body), values(body)));
    }

    private static Outcome.Status status(String wireName) {
        return wireName == null ? null : Outcome.Status.of(wireName);
    }

    private static String optional(BytesDecoder body) throws IOException {
        return switch (body.readIndex()) {
            case 0 -> null;
            case 1 -> body.readString();
            default -> throw new IOException("neither null nor a string");
        };
    }

    private static int[] codes(BytesDecoder body) throws IOException {
        var codes = new int[0];
        for (long more = body.readArrayStart(); more > 0; more = body.arrayNext()) {
            int before = codes.length;
            codes = Arrays.copyOf(codes, before + (int) more);
            for (int i = before; i < codes.length; i++) {
                codes[i] = body.readInt();
            }
        }
        return codes;
    }

    private static double[] values(BytesDecoder body) throws IOException {
        var values = new double[0];
        for (long more = body.readArrayStart(); more > 0; more = body.arrayNext()) {
            int before = values.length;
            values = Arrays.copyOf(values, before + (int) more);
            for (int i = before; i < values.length; i++) {
                values[i] = body.readDouble();
            }
        }
        return values;
    }
}
