package dev.chipwise.deploy.bench;

import dev.chipwise.schemas.avro.Codec;
import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Key;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.ResultRetraction;
import java.nio.charset.StandardCharsets;

/** An event and its bytes on its topic. */
public record Wire<E extends Event>(E event, Codec<E> codec, byte[] key, byte[] value) {

    public static Wire<?> of(Event event) {
        if (event instanceof BenchmarkResult benchmark) {
            return of(benchmark, Codecs.benchmarkResult());
        }
        if (event instanceof BatteryResult battery) {
            return of(battery, Codecs.batteryResult());
        }
        if (event instanceof ModelVersion version) {
            return of(version, Codecs.modelVersion());
        }
        return of((ResultRetraction) event, Codecs.resultRetraction());
    }

    private static <E extends Event> Wire<E> of(E event, Codec<E> codec) {
        var key = Key.join(event.modelName()).getBytes(StandardCharsets.UTF_8);
        return new Wire<>(event, codec, key, codec.encode(event));
    }

    byte[] encode() {
        return codec.encode(event);
    }

    E decode() {
        return codec.decode(value);
    }
}
