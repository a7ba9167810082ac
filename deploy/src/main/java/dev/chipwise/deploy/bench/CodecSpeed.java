package dev.chipwise.deploy.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;

/** How fast one core turns the events into bytes and back. */
public final class CodecSpeed implements Trial {

    public static final Figure ENCODE = Figure.ceiling("Avro encode, one core");
    public static final Figure DECODE = Figure.ceiling("Avro decode, one core");

    private final List<Wire<?>> events;
    private final Duration each;
    private final LongSupplier nanos;
    private long seen;

    /**
     * @param each how long each direction is tried
     * @param nanos what time it is
     */
    public CodecSpeed(List<Wire<?>> events, Duration each, LongSupplier nanos) {
        this.events = List.copyOf(events);
        this.each = each;
        this.nanos = nanos;
    }

    @Override
    public void measure(Observations observations) {
        measure(ENCODE, event -> event.encode().length, observations);
        measure(DECODE, event -> event.decode().modelName().length(), observations);
        if (seen == 0) {
            throw new IllegalStateException("the codecs made nothing");
        }
    }

    private void measure(Figure figure, ToIntFunction<Wire<?>> work, Observations observations) {
        long start = nanos.getAsLong();
        long count = 0;
        long passed = 0;
        while (passed < each.toNanos()) {
            for (var event : events) {
                // What nobody looks at, a compiler may leave out.
                seen += work.applyAsInt(event);
            }
            count += events.size();
            passed = nanos.getAsLong() - start;
        }
        observations.addRate(figure, count, passed);
    }
}
