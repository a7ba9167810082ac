package dev.chipwise.deploy.cli;

import dev.chipwise.ingest.fleet.InjectedRegression;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.snapshotter.report.ChangesReport;
import dev.chipwise.snapshotter.report.Table;
import dev.chipwise.snapshotter.snapshot.StatisticalRule;
import dev.chipwise.snapshotter.snapshot.VersionComparison;
import dev.chipwise.snapshotter.snapshot.VersionPair;
import dev.chipwise.snapshotter.snapshot.VersionSide;
import dev.chipwise.snapshotter.store.Queries;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The two versions of every model of the sample fleet compared, against the one thing that truly
 * got worse.
 */
final class DemoComparison {

    private final InjectedRegression injected;
    private final List<CompatibilityChange> changes;

    DemoComparison(Catalog catalog, Queries queries, InjectedRegression injected) {
        this.injected = injected;
        var comparison = new VersionComparison(catalog);
        var pairs = queries.models().stream().map(model -> pair(queries, model)).toList();
        changes = comparison.compare(pairs, StatisticalRule.standard());
    }

    /** What is called worse. */
    Table regressed() {
        var table =
                Table.of(
                        "model",
                        "hardware",
                        "configuration",
                        "metric",
                        "before",
                        "after",
                        "change_pct",
                        "severity");
        for (var change : found()) {
            table.row(
                    change.model(),
                    change.hardware().id(),
                    change.configuration() == null ? null : change.configuration().id(),
                    change.metric(),
                    change.before(),
                    change.after(),
                    change.relativeChange() == null ? null : 100 * change.relativeChange(),
                    change.severity().wireName());
        }
        return table.build();
    }

    /** How many changes there are of each kind and verdict. */
    String verdicts() {
        return new ChangesReport(injected.fromVersion(), injected.toVersion(), changes)
                .summary().entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
    }

    boolean foundJustTheInjected() {
        var metrics = found().stream().map(CompatibilityChange::metric).collect(Collectors.toSet());
        return found().stream().allMatch(this::isInjected) && metrics.contains(injected.metric());
    }

    String judgement() {
        return "injected: "
                + injected.metric()
                + " of "
                + injected.model()
                + " on "
                + injected.hardwareId()
                + " x"
                + injected.factor()
                + " ("
                + injected.cause()
                + "): "
                + (foundJustTheInjected()
                        ? "found, and nothing else is called a regression"
                        : "NOT what was found");
    }

    private List<CompatibilityChange> found() {
        return changes.stream().filter(change -> change.verdict() == Verdict.REGRESSED).toList();
    }

    private boolean isInjected(CompatibilityChange change) {
        return change.configuration() != null
                && injected.concerns(change.model(), change.hardware().id(), change.configuration())
                && injected.metrics().contains(change.metric());
    }

    private VersionPair pair(Queries queries, String model) {
        return new VersionPair(
                side(queries, new VersionKey(model, injected.fromVersion())),
                side(queries, new VersionKey(model, injected.toVersion())));
    }

    private static VersionSide side(Queries queries, VersionKey version) {
        var scores =
                queries.scores(version.model()).stream()
                        .filter(score -> score.board().versionKey().equals(version))
                        .toList();
        return VersionSide.of(version, scores, queries.cells(version));
    }
}
