package dev.chipwise.deploy.bench;

import dev.chipwise.deploy.bench.Figure.Kind;
import dev.chipwise.deploy.bench.Figure.Unit;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What is read at one number of cells, beside the throughput there. */
public record GrowthFigures(
        Figure state, Figure changelog, Figure store, Figure recommend, Figure slowRecommend) {

    public static GrowthFigures at(long cells) {
        return new GrowthFigures(
                figure(cells, "state of the scorer on disk", Unit.BYTES_PER_CELL),
                figure(cells, "changelogs of the scorer", Unit.BYTES_PER_EVENT),
                figure(cells, "store file", Unit.BYTES_PER_EVENT),
                figure(cells, "recommend, p50", Unit.MILLISECONDS),
                figure(cells, "recommend, p99", Unit.MILLISECONDS));
    }

    /** The words that name a size. */
    public static String words(long cells) {
        return String.format(Locale.ROOT, "%,d cells", cells);
    }

    /**
     * Adds how the median of one figure changes over the sizes; nothing with fewer than two of
     * them.
     *
     * @param figure of a size
     */
    public static void addSlope(
            Observations observations,
            String what,
            List<Integer> sizes,
            Function<Integer, Figure> figure) {
        SortedMap<Long, Double> medians = new TreeMap<>();
        for (int size : sizes) {
            var readings = observations.of(figure.apply(size));
            if (!readings.isEmpty()) {
                medians.put((long) size, Spread.of(readings).median());
            }
        }
        if (medians.size() > 1) {
            observations.add(
                    Figure.of(Kind.GROWTH, "slope over cells: " + what, Unit.EXPONENT),
                    Slope.of(medians));
        }
    }

    private static Figure figure(long cells, String what, Unit unit) {
        return Figure.of(Kind.GROWTH, words(cells) + ": " + what, unit);
    }
}
