package dev.chipwise.ingest.http;

import dev.chipwise.schemas.avro.Codec;
import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.avro.UnreadableRecord;
import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.ResultRetraction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where records are posted, and which kinds of event each place takes. */
enum Route {
    /** First of those that take a kind comes the one a client should use for it. */
    RESULTS("/v1/results", Kind.BENCHMARK, Kind.BATTERY),
    BATTERY_RESULTS("/v1/battery-results", Kind.BATTERY),
    VERSIONS("/v1/versions", Kind.VERSION),
    RETRACTIONS("/v1/retractions", Kind.RETRACTION);

    /** A kind of event, as our own format names it. */
    private enum Kind {
        BENCHMARK("benchmark", BenchmarkResult.class, Codecs.benchmarkResult()),
        BATTERY("battery", BatteryResult.class, Codecs.batteryResult()),
        VERSION("version", ModelVersion.class, Codecs.modelVersion()),
        RETRACTION("retraction", ResultRetraction.class, Codecs.resultRetraction());

        private final String word;
        private final Class<? extends Event> type;
        private final Codec<? extends Event> codec;

        <E extends Event> Kind(String word, Class<E> type, Codec<E> codec) {
            this.word = word;
            this.type = type;
            this.codec = codec;
        }

        static Kind of(Event event) {
            return Stream.of(values())
                    .filter(kind -> kind.type.isInstance(event))
                    .findFirst()
                    .orElseThrow();
        }

        @SuppressWarnings("unchecked")
        byte[] encode(Event event) {
            return ((Codec<Event>) codec).encode(event);
        }
    }

    private final String path;
    private final Map<Kind, Codec<? extends Event>> codecs = new LinkedHashMap<>();

    Route(String path, Kind... kinds) {
        this.path = path;
        for (var kind : kinds) {
            codecs.put(kind, kind.codec);
        }
    }

    String path() {
        return path;
    }

    boolean takes(Event event) {
        return codecs.containsKey(Kind.of(event));
    }

    /** The kinds it takes, for people. */
    String kinds() {
        return codecs.keySet().stream().map(kind -> kind.word).collect(Collectors.joining(" or "));
    }

    /** Where an event of this kind belongs. */
    static Route of(Event event) {
        return Stream.of(values()).filter(route -> route.takes(event)).findFirst().orElseThrow();
    }

    static String kind(Event event) {
        return Kind.of(event).word;
    }

    static byte[] encode(Event event) {
        return Kind.of(event).encode(event);
    }

    /**
     * The event in these bytes.
     *
     * @throws UnreadableRecord when they are none that this route takes
     */
    Event decode(byte[] bytes) {
        UnreadableRecord first = null;
        for (var codec : codecs.values()) {
            try {
                return codec.decode(bytes);
            } catch (UnreadableRecord unreadable) {
                first = first == null ? unreadable : first;
            }
        }
        throw first;
    }
}
