package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.Readings;
import dev.chipwise.schemas.domain.Run;
import java.util.Arrays;
import java.util.List;

/**
 * What runs measured, by metric instead of by run; each run is read once, however many metrics the
 * catalogue has.
 */
final class Columns {

    private static final double[] EMPTY = {};

    private final MetricPositions positions;
    private final double[][] columns;
    private final int[] sizes;

    /**
     * The columns of these runs.
     *
     * @param runs oldest first, and so are the values of every column
     */
    Columns(MetricPositions positions, List<Run> runs, LayerShare layerShare) {
        this.positions = positions;
        columns = new double[positions.size()][];
        sizes = new int[positions.size()];
        for (var run : runs) {
            var readings = run.readings();
            add(readings, runs.size());
            add(positions.ofLayerShare(), layerShare.unstated(readings), runs.size());
        }
    }

    /** What was measured of the metric at this position of the catalogue. */
    double[] values(int position) {
        var column = columns[position];
        return column == null ? EMPTY : Arrays.copyOf(column, sizes[position]);
    }

    private void add(Readings readings, int most) {
        for (int i = 0; i < readings.size(); i++) {
            int position = positions.of(readings.code(i));
            if (position >= 0) {
                add(position, readings.value(i), most);
            }
        }
    }

    private void add(int position, double value, int most) {
        if (!isMeasured(positions.metric(position), value)) {
            return;
        }
        if (columns[position] == null) {
            columns[position] = new double[most];
        }
        columns[position][sizes[position]++] = value;
    }

    private static boolean isMeasured(Metric metric, double value) {
        return Double.isFinite(value) && (value > 0 || !metric.isScored());
    }
}
