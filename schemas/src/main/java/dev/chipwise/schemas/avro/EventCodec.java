package dev.chipwise.schemas.avro;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.ResultRetraction;
import java.util.Map;

/** Any {@link Event} on the wire; the fingerprint in its bytes tells which kind it is. */
final class EventCodec implements Codec<Event> {

    private static final Map<Class<? extends Event>, Codec<? extends Event>> KINDS =
            Map.of(
                    BenchmarkResult.class, Codecs.benchmarkResult(),
                    BatteryResult.class, Codecs.batteryResult(),
                    ModelVersion.class, Codecs.modelVersion(),
                    ResultRetraction.class, Codecs.resultRetraction());

    @Override
    public byte[] encode(Event event) {
        return codec(event).encode(event);
    }

    @Override
    public Event decode(byte[] bytes) {
        UnreadableRecord first = null;
        for (var kind : KINDS.values()) {
            try {
                return kind.decode(bytes);
            } catch (UnreadableRecord unreadable) {
                first = first == null ? unreadable : first;
            }
        }
        throw new UnreadableRecord("no event that this Chipwise knows", first);
    }

    @SuppressWarnings("unchecked")
    private static Codec<Event> codec(Event event) {
        return (Codec<Event>) KINDS.get(event.getClass());
    }
}
