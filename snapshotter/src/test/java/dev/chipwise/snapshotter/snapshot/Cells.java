package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Compatibility.Level;
import dev.chipwise.schemas.domain.Compatibility.State;
import dev.chipwise.schemas.domain.CompatibilitySnapshot.Entry;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Grade;
import dev.chipwise.schemas.domain.Hardware;
import dev.chipwise.schemas.domain.MetricSummary;
import dev.chipwise.schemas.domain.RunCounts;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.schemas.domain.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Makes cells and entries for tests, with the scorer's formulas for the summaries. */
public final class Cells {

    public static final Catalog CATALOG = Catalog.shipped();
    public static final VersionKey V1 = new VersionKey("mobilenet", "v1");
    public static final VersionKey V2 = new VersionKey("mobilenet", "v2");
    public static final Workload IMAGES = new Workload(Workload.INFERENCE, "images", null, null);
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final String LATENCY = "latency_mean_ms";

    private static final double PRIOR_DOF = 4;
    private static final double PRIOR_SPREAD = 0.05;

    private Cells() {}

    public static Hardware hardware(String device) {
        return new Hardware("qualcomm/qualcomm/" + device, "qualcomm", "qualcomm", device);
    }

    public static Configuration configuration(String runtime) {
        return new Configuration(runtime, null, null, "fp16", null, 1, null);
    }

    public static Workload workload(String testCase) {
        return new Workload(Workload.INFERENCE, testCase, null, null);
    }

    /** A cell under {@link #IMAGES} whose runs all ended well. */
    public static CellSummary cell(
            VersionKey version, String device, String runtime, MetricSummary... metrics) {
        int runs = Arrays.stream(metrics).mapToInt(MetricSummary::runs).max().orElse(1);
        return cell(version, IMAGES, device, runtime, counts(runs, 0, 0), metrics);
    }

    public static CellSummary cell(
            VersionKey version,
            Workload workload,
            String device,
            String runtime,
            RunCounts counts,
            MetricSummary... metrics) {
        var board = new BoardKey(version.model(), version.version(), workload.id());
        var configuration = configuration(runtime);
        var hardware = hardware(device);
        return new CellSummary(
                new CellKey(board, hardware.id(), configuration.id()),
                workload,
                hardware,
                configuration,
                Evidence.REAL,
                List.of(metrics),
                counts,
                NOON,
                CATALOG.priorId(),
                "");
    }

    /** The same cell as if nobody had measured it on a real device. */
    public static CellSummary simulated(CellSummary cell) {
        return copy(cell, cell.configuration(), Evidence.SIMULATED);
    }

    public static CellSummary withRuntimeVersion(CellSummary cell, String version) {
        var configuration = cell.configuration();
        var moved =
                new Configuration(
                        configuration.runtime(),
                        version,
                        configuration.delegate(),
                        configuration.precision(),
                        configuration.quantization(),
                        configuration.batchSize(),
                        configuration.threads());
        return copy(cell, moved, cell.evidence());
    }

    private static CellSummary copy(
            CellSummary cell, Configuration configuration, Evidence evidence) {
        return new CellSummary(
                cell.key(),
                cell.workload(),
                cell.hardware(),
                configuration,
                evidence,
                cell.metrics(),
                cell.counts(),
                cell.newest(),
                cell.priorId(),
                cell.inputsHash());
    }

    public static RunCounts counts(int successes, int failures, int trailing) {
        return new RunCounts(successes, failures, 0, 0, trailing, new TreeMap<>(), 1, List.of());
    }

    public static MetricSummary latency(double... values) {
        return summary(LATENCY, values);
    }

    /** Newest value only, as context metrics have it. */
    public static MetricSummary context(String metric, double newest) {
        return new MetricSummary(metric, 1, 0, 0, 0, newest, newest, newest);
    }

    public static MetricSummary summary(String metric, double... values) {
        var known = CATALOG.metric(metric).orElseThrow();
        double[] costs = Arrays.stream(values).map(known::logCost).sorted().toArray();
        double median = median(costs);
        double[] distances =
                Arrays.stream(costs).map(cost -> Math.abs(cost - median)).sorted().toArray();
        double reach = 2.5 * Math.max(1.4826 * median(distances), PRIOR_SPREAD);
        for (int i = 0; i < costs.length; i++) {
            costs[i] = Math.min(Math.max(costs[i], median - reach), median + reach);
        }
        double centre = Arrays.stream(costs).average().orElseThrow();
        double squares = Arrays.stream(costs).map(cost -> (cost - centre) * (cost - centre)).sum();
        double dof = PRIOR_DOF + costs.length - 1;
        double spread = Math.sqrt((PRIOR_DOF * PRIOR_SPREAD * PRIOR_SPREAD + squares) / dof);
        double min = Arrays.stream(values).min().orElseThrow();
        double max = Arrays.stream(values).max().orElseThrow();
        return new MetricSummary(
                metric, values.length, centre, spread, dof, min, max, values[values.length - 1]);
    }

    public static Entry entry(String device, State state) {
        return entry(IMAGES, device, state, 0.5, NOON);
    }

    public static Entry entry(
            Workload workload, String device, State state, double suitability, Instant newest) {
        return new Entry(
                workload,
                hardware(device),
                state,
                Level.FULL,
                0.9,
                suitability,
                configuration("tflite"),
                null,
                Evidence.REAL,
                Grade.B,
                3,
                newest);
    }

    public static VersionSide side(VersionKey key, CellSummary... cells) {
        return new VersionSide(key, List.of(), List.of(cells));
    }

    public static VersionSide side(VersionKey key, Entry... entries) {
        return new VersionSide(key, List.of(entries), List.of());
    }

    /** As many values near a centre as wanted, one per cent apart at most. */
    public static double[] steady(double centre, int runs) {
        var values = new ArrayList<Double>();
        for (int i = 0; i < runs; i++) {
            values.add(centre * (1 + 0.005 * (i % 3 - 1)));
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
