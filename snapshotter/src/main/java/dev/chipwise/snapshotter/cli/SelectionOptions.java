package dev.chipwise.snapshotter.cli;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Selection;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which configurations and hardware a question admits. */
final class SelectionOptions {

    @Option(names = "--batch-size", description = "Only configurations with this batch size.")
    private Integer batchSize;

    @Option(names = "--precision", description = "Only configurations with this precision.")
    private String precision;

    @Option(names = "--runtime", description = "Only configurations with this runtime.")
    private String runtime;

    @Option(names = "--hardware-type", description = "Only hardware of this type.")
    private String hardwareType;

    /** The selection that these options describe. */
    Selection selection(Catalog catalog) {
        if (batchSize != null && batchSize < 1) {
            throw new IllegalArgumentException("--batch-size " + batchSize + " is not 1 or more");
        }
        return new Selection(
                batchSize,
                canonical("--precision", precision, catalog::precision, catalog.precisions()),
                runtime,
                canonical(
                        "--hardware-type",
                        hardwareType,
                        catalog::hardwareType,
                        catalog.hardwareTypes()));
    }

    /** What could be asked for instead, when none of these cells is admitted. */
    static Optional<String> advice(Selection selection, Collection<CellSummary> cells) {
        if (cells.stream().anyMatch(selection::admits)) {
            return Optional.empty();
        }
        return Optional.of(
                "nothing was measured with all that was asked for; there are runtimes "
                        + words(cells, cell -> cell.configuration().runtime())
                        + "; precisions "
                        + words(cells, cell -> cell.configuration().precision())
                        + "; batch sizes "
                        + words(cells, cell -> cell.configuration().batchSize())
                        + "; hardware types "
                        + words(cells, cell -> cell.hardware().type()));
    }

    private static String canonical(
            String option,
            String spelling,
            Function<String, Optional<String>> meaning,
            Set<String> known) {
        if (spelling == null) {
            return null;
        }
        return meaning.apply(spelling)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        option
                                                + " "
                                                + spelling
                                                + " is not in the catalogue; there are "
                                                + String.join(", ", known)));
    }

    private static <T> String words(Collection<CellSummary> cells, Function<CellSummary, T> part) {
        var values = cells.stream().map(part).collect(Collectors.toCollection(TreeSet::new));
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
