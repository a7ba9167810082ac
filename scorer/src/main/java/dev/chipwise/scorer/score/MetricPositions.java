package dev.chipwise.scorer.score;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Metric;
import java.util.Arrays;
import java.util.List;

/** Where a metric stands in the catalogue, by its code. Safe to share between threads. */
final class MetricPositions {

    private static final int UNKNOWN = -1;

    private final List<Metric> metrics;
    private final int[] byCode;
    private final int layerShare;

    MetricPositions(Catalog catalog) {
        metrics = List.copyOf(catalog.metrics());
        byCode = new int[1 + metrics.stream().mapToInt(Metric::code).max().orElse(0)];
        Arrays.fill(byCode, UNKNOWN);
        for (int i = 0; i < metrics.size(); i++) {
            byCode[metrics.get(i).code()] = i;
        }
        layerShare = of(catalog.metric(LayerShare.METRIC).orElseThrow().code());
    }

    int size() {
        return metrics.size();
    }

    Metric metric(int position) {
        return metrics.get(position);
    }

    /** Negative for the code of a metric that is not in the catalogue (any more). */
    int of(int code) {
        return code >= 0 && code < byCode.length ? byCode[code] : UNKNOWN;
    }

    int ofLayerShare() {
        return layerShare;
    }
}
