package dev.chipwise.deploy.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was read of each figure, one value per repeat; figures in order of their first reading. */
public final class Observations {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICROSECOND = 1e3;

    private final Map<Figure, List<Double>> values = new LinkedHashMap<>();

    public void add(Figure figure, double value) {
        values.computeIfAbsent(figure, any -> new ArrayList<>()).add(value);
    }

    /** Adds how many a second that many in that time are. */
    public void addRate(Figure figure, long count, long nanos) {
        add(figure, count * NANOS_PER_SECOND / nanos);
    }

    /** Adds how many microseconds one of that many took. */
    public void addCost(Figure figure, long count, long nanos) {
        add(figure, nanos / NANOS_PER_MICROSECOND / count);
    }

    /** Adds how much of something one of that many took. */
    public void addShare(Figure figure, long count, long all) {
        add(figure, (double) all / count);
    }

    public void addSeconds(Figure figure, long nanos) {
        add(figure, nanos / NANOS_PER_SECOND);
    }

    List<Figure> figures() {
        return List.copyOf(values.keySet());
    }

    /** Empty when nothing was read. */
    public List<Double> of(Figure figure) {
        return List.copyOf(values.getOrDefault(figure, List.of()));
    }
}
