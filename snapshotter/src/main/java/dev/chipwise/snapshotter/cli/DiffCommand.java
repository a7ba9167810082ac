package dev.chipwise.snapshotter.cli;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.snapshotter.report.ChangesReport;
import dev.chipwise.snapshotter.report.Report;
import dev.chipwise.snapshotter.snapshot.MetricRule;
import dev.chipwise.snapshotter.snapshot.RatioRule;
import dev.chipwise.snapshotter.snapshot.StatisticalRule;
import dev.chipwise.snapshotter.snapshot.StatisticalSettings;
import dev.chipwise.snapshotter.snapshot.VersionComparison;
import dev.chipwise.snapshotter.snapshot.VersionPair;
import dev.chipwise.snapshotter.snapshot.VersionSide;
import dev.chipwise.snapshotter.store.Queries;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two versions of one model or of all models; reads only. */
@Command(
        name = "diff",
        description = "Compare two versions: what is new, gone, broken, better or worse.")
public final class DiffCommand implements Callable<Integer> {

    private static final Pattern PERCENTAGE = Pattern.compile("[0-9]*\\.?[0-9]+");

    @Parameters(
            arity = "0..1",
            paramLabel = "MODEL",
            description = "Default: every model that has either version.")
    private String model;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TAG",
            description = "The version before.")
    private String from;

    @Option(names = "--to", required = true, paramLabel = "TAG", description = "The version after.")
    private String to;

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            description = "Judge by this plain ratio, such as 10%%, instead of by statistics.")
    private String threshold;

    @Option(
            names = "--margin",
            paramLabel = "PERCENT",
            description = "Relative change that nobody minds (default: 2%%).")
    private String margin;

    @Option(
            names = "--verdict",
            split = ",",
            paramLabel = "V",
            description =
                    "Show only these: regressed, improved, equivalent, inconclusive, certain.")
    private List<String> verdicts = List.of();

    private final StoreAccess store;
    private final Catalog catalog;
    private final Consumer<Report> out;

    public DiffCommand(StoreAccess store, Catalog catalog, Consumer<Report> out) {
        this.store = store;
        this.catalog = catalog;
        this.out = out;
    }

    @Override
    public Integer call() {
        var rule = rule();
        var shown = shown();
        try (var queries = store.queries()) {
            var models = model == null ? queries.models() : List.of(model);
            var before = sides(queries, models, from);
            var after = sides(queries, models, to);
            var comparison = new VersionComparison(catalog);
            var pairs =
                    models.stream()
                            .map(name -> new VersionPair(before.get(name), after.get(name)))
                            .toList();
            var changes = new ArrayList<>(comparison.compare(pairs, rule));
            changes.removeIf(change -> !shown.contains(change.verdict()));
            out.accept(new ChangesReport(from, to, changes));
            return 0;
        }
    }

    /** By model; a version that no model has is a slip, not the end of everything before it. */
    private Map<String, VersionSide> sides(Queries queries, List<String> models, String tag) {
        var sides = new TreeMap<String, VersionSide>();
        models.forEach(name -> sides.put(name, side(queries, new VersionKey(name, tag))));
        if (sides.values().stream().allMatch(VersionSide::isEmpty)) {
            if (model != null) {
                new Boards(queries).version(model, tag);
            }
            var known =
                    models.stream()
                            .flatMap(name -> queries.boards(name).stream())
                            .map(BoardKey::version)
                            .collect(Collectors.toCollection(TreeSet::new));
            throw new NothingFound(
                    "no results for version '" + tag + "'; there are " + Boards.some(known));
        }
        return sides;
    }

    private static VersionSide side(Queries queries, VersionKey version) {
        var scores =
                queries.scores(version.model()).stream()
                        .filter(score -> score.board().versionKey().equals(version))
                        .toList();
        return VersionSide.of(version, scores, queries.cells(version));
    }

    private MetricRule rule() {
        if (threshold != null && margin != null) {
            throw new IllegalArgumentException(
                    "--threshold judges without statistics, so it has no --margin");
        }
        if (threshold != null) {
            return new RatioRule(share("--threshold", threshold));
        }
        var standard = StatisticalSettings.STANDARD;
        return new StatisticalRule(
                margin == null ? standard : standard.withMargin(share("--margin", margin)));
    }

    private Set<Verdict> shown() {
        var shown = EnumSet.noneOf(Verdict.class);
        for (var word : verdicts) {
            var verdict = Verdict.of(word.toLowerCase(Locale.ROOT));
            if (verdict == Verdict.UNRECOGNISED) {
                throw new IllegalArgumentException(
                        "--verdict "
                                + word
                                + " is not one of regressed, improved, equivalent, inconclusive, certain");
            }
            shown.add(verdict);
        }
        return shown.isEmpty() ? EnumSet.allOf(Verdict.class) : shown;
    }

    private static double share(String option, String percent) {
        var digits = percent.endsWith("%") ? percent.substring(0, percent.length() - 1) : percent;
        if (!PERCENTAGE.matcher(digits).matches()) {
            throw new IllegalArgumentException(
                    option + " " + percent + " is not a percentage such as 10%");
        }
        return Double.parseDouble(digits) / 100;
    }
}
