package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.bench.BenchPlan;
import dev.chipwise.deploy.bench.BenchPlan.Part;
import dev.chipwise.deploy.bench.LoadShape;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What a bench measures, as options say it; together the defaults take some minutes. */
final class BenchOptions {

    /** The shapes of load there are. */
    enum Shape {
        small,
        large,
        hot
    }

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Only these: ${COMPLETION-CANDIDATES} (default: all).")
    private List<Part> only = List.copyOf(EnumSet.allOf(Part.class));

    @Option(
            names = "--loads",
            split = ",",
            paramLabel = "LOAD",
            defaultValue = "small,large,hot",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private List<Shape> loads;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Results of each load and repeat (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--repeats",
            paramLabel = "R",
            defaultValue = "3",
            description = "How often everything is measured (default: ${DEFAULT-VALUE}).")
    private int repeats;

    @Option(
            names = "--fill",
            paramLabel = "N",
            defaultValue = "20000",
            description =
                    "Results for each load that fill windows before anything is measured"
                            + " (default: ${DEFAULT-VALUE}).")
    private int fill;

    @Option(
            names = "--small-models",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Models with a small board (default: ${DEFAULT-VALUE}).")
    private int smallModels;

    @Option(
            names = "--large-models",
            paramLabel = "N",
            defaultValue = "20",
            description = "Models with a large board (default: ${DEFAULT-VALUE}).")
    private int largeModels;

    @Option(
            names = "--rates",
            split = ",",
            paramLabel = "N",
            defaultValue = "2000,20000",
            description =
                    "Events per second at which the age of answers is measured"
                            + " (default: ${DEFAULT-VALUE}).")
    private List<Integer> rates;

    @Option(
            names = "--growth-cells",
            split = ",",
            paramLabel = "N",
            defaultValue = "5000,20000",
            description = "Numbers of cells to compare (default: ${DEFAULT-VALUE}).")
    private List<Integer> growth;

    @Option(
            names = "--restart-cells",
            split = ",",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Numbers of cells to restart with (default: ${DEFAULT-VALUE}).")
    private List<Integer> restarts;

    @Option(
            names = "--recompute-rows",
            split = ",",
            paramLabel = "N",
            defaultValue = "10000,100000",
            description =
                    "Stored results with which our way is compared with the older one"
                            + " (default: ${DEFAULT-VALUE}).")
    private List<Integer> recompute;

    @Option(
            names = "--connections",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,16,256",
            description =
                    "Numbers of connections on which the gateway is measured"
                            + " (default: ${DEFAULT-VALUE}).")
    private List<Integer> connections;

    BenchPlan plan() {
        var counts =
                Stream.of(rates, growth, restarts, recompute, connections).flatMap(List::stream);
        if (counts.anyMatch(count -> count < 1)) {
            throw new UsageException("rates, sizes and connections must be at least 1");
        }
        try {
            return new BenchPlan(
                    EnumSet.copyOf(only),
                    loads.stream().map(this::shape).toList(),
                    events,
                    repeats,
                    fill,
                    rates,
                    growth,
                    restarts,
                    recompute,
                    connections);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong.getMessage());
        }
    }

    private LoadShape shape(Shape shape) {
        return switch (shape) {
            case small -> LoadShape.small(smallModels);
            case large -> LoadShape.large(largeModels);
            case hot -> LoadShape.hot();
        };
    }
}
