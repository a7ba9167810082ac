package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.CompatibilityChange;
import java.util.List;

/** Decides what the metrics of two versions say. Deterministic; the order of pairs is kept. */
public sealed interface MetricRule permits StatisticalRule, RatioRule {

    /** One METRIC change for every pair, after the ENVIRONMENT changes, if any. */
    List<CompatibilityChange> judge(List<MetricPair> pairs);
}
