package dev.chipwise.deploy.bench;

import dev.chipwise.schemas.avro.Codec;
import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Key;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.kafka.Topic;
import dev.chipwise.schemas.kafka.Topics;
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

    /** Where events like this one are published. */
    public static Topic<String, ?> topic(Event event, Topics topics) {
        if (event instanceof BenchmarkResult) {
            return topics.benchmarkResult();
        }
        if (event instanceof BatteryResult) {
            return topics.batteryResult();
        }
        return event instanceof ModelVersion ? topics.modelVersion() : topics.resultRetraction();
    }

    byte[] encode() {
        return codec.encode(event);
    }

    E decode() {
        return codec.decode(value);
    }
}
