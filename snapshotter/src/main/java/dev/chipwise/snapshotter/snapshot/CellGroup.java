package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilityChange.Kind;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** One metric over all cells of one hardware. */
final class CellGroup {

    /** Stands where a change names its workload, when it is about all of them. */
    static final Workload EVERY_WORKLOAD = new Workload("all", "all", null, null);

    /** Fewer cells than this say nothing about a hardware as a whole. */
    private static final int FEWEST = 5;

    /** With one workload, what hit all configurations may as well be the model. */
    private static final int FEWEST_WORKLOADS = 2;

    private static final double MOST_OF_THEM = 0.75;

    /** Standard error of a median over that of a mean, for normal noise: sqrt(pi / 2). */
    private static final double MEDIAN_OVER_MEAN = 1.2533141373155003;

    private final String hardware;
    private final String metric;
    private final List<MetricPair> cells = new ArrayList<>();

    private CellGroup(MetricPair first) {
        this.hardware = first.place().hardware().id();
        this.metric = first.metric().id();
    }

    /** In order of hardware id, then metric id. */
    static Collection<CellGroup> all(List<MetricPair> pairs) {
        var groups = new TreeMap<String, SortedMap<String, CellGroup>>();
        for (var pair : pairs) {
            groups.computeIfAbsent(pair.place().hardware().id(), id -> new TreeMap<>())
                    .computeIfAbsent(pair.metric().id(), id -> new CellGroup(pair))
                    .cells
                    .add(pair);
        }
        return groups.values().stream().flatMap(byMetric -> byMetric.values().stream()).toList();
    }

    String hardware() {
        return hardware;
    }

    /** Of one of its cells. */
    Place place() {
        return cells.get(0).place();
    }

    String metric() {
        return metric;
    }

    double median() {
        return median(cells);
    }

    boolean isLargeEnough() {
        return cells.size() >= FEWEST
                && cells.stream().map(cell -> cell.place().workload().id()).distinct().count()
                        >= FEWEST_WORKLOADS;
    }

    /** Whether most moved beyond the margin to one side, and so did the median, surely. */
    boolean movedTogether(double margin, double level) {
        double side = StrictMath.signum(median());
        long moved = cells.stream().filter(cell -> side * cell.delta() > margin).count();
        return moved >= MOST_OF_THEM * cells.size() && 2 * pBeyond(margin, side) <= level;
    }

    /** Whether the same metric stayed where it was on the other hardware; unknown is no. */
    boolean othersStayed(List<MetricPair> pairs, double margin) {
        var others =
                pairs.stream()
                        .filter(pair -> pair.metric().id().equals(metric))
                        .filter(pair -> !pair.place().hardware().id().equals(hardware))
                        .toList();
        return others.size() >= FEWEST && StrictMath.abs(median(others)) <= margin;
    }

    /** The change that stands for all these metrics of this hardware. */
    CompatibilityChange change(SortedMap<String, Double> medians, double margin) {
        var any = place();
        var verdict = median() > 0 ? Verdict.REGRESSED : Verdict.IMPROVED;
        double change = StrictMath.exp(median()) - 1;
        var finding =
                new Finding(
                        Kind.ENVIRONMENT,
                        metric,
                        null,
                        null,
                        change,
                        pBeyond(margin, 1),
                        verdict,
                        Finding.severity(verdict, change),
                        cells.stream().mapToInt(cell -> cell.before().runs()).sum(),
                        cells.stream().mapToInt(cell -> cell.after().runs()).sum(),
                        0,
                        evidence(medians));
        return new Place(any.from(), any.to(), EVERY_WORKLOAD, any.hardware(), null)
                .change(finding);
    }

    private String evidence(SortedMap<String, Double> medians) {
        var moved =
                medians.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + Percent.change(entry.getValue()))
                        .collect(Collectors.joining(", "));
        return "median of "
                + cells.size()
                + " cells that moved together while other hardware stayed: "
                + moved;
    }

    private double pBeyond(double margin, double side) {
        double squares = 0;
        for (var cell : cells) {
            double error = ModeratedDifference.of(cell, 0).standardError();
            squares += error * error;
        }
        double error = MEDIAN_OVER_MEAN * StrictMath.sqrt(squares) / cells.size();
        return NormalDistribution.of(0, 1).survivalProbability((side * median() - margin) / error);
    }

    private static double median(List<MetricPair> pairs) {
        double[] deltas = pairs.stream().mapToDouble(MetricPair::delta).sorted().toArray();
        int half = deltas.length / 2;
        return deltas.length % 2 == 1 ? deltas[half] : (deltas[half - 1] + deltas[half]) / 2;
    }
}
