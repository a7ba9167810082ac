package dev.chipwise.snapshotter.cli;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.snapshotter.store.Queries;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the boards that a question is about. */
final class Boards {

    private static final int NAMED = 10;

    private final Queries queries;

    Boards(Queries queries) {
        this.queries = queries;
    }

    /**
     * The version asked for; by default the one registered last, or without registrations the one
     * measured last.
     */
    VersionKey version(String model, String tag) {
        var versions = queries.versions(model);
        if (versions.isEmpty()) {
            throw new NothingFound(
                    "no results for model '" + model + "'; there are " + some(queries.models()));
        }
        if (tag == null) {
            return newest(model);
        }
        var wanted = new VersionKey(model, tag);
        if (!versions.contains(wanted)) {
            throw new NothingFound(
                    "no results for version '"
                            + tag
                            + "' of '"
                            + model
                            + "'; there are "
                            + some(versions.stream().map(VersionKey::version).toList()));
        }
        return wanted;
    }

    /** Cells by board, of the boards with this task and test case; null admits all. */
    Map<BoardKey, List<CellSummary>> cells(VersionKey version, String task, String testCase) {
        var all = queries.cells(version);
        var boards =
                all.stream()
                        .filter(cell -> task == null || task.equals(cell.workload().task()))
                        .filter(
                                cell ->
                                        testCase == null
                                                || testCase.equals(cell.workload().testCase()))
                        .collect(
                                Collectors.groupingBy(
                                        cell -> cell.key().board(),
                                        TreeMap::new,
                                        Collectors.toList()));
        if (boards.isEmpty()) {
            var cases =
                    all.stream()
                            .map(cell -> cell.workload().task() + "/" + cell.workload().testCase());
            throw new NothingFound(
                    "no results of '"
                            + version.model()
                            + "' "
                            + version.version()
                            + (task == null && testCase == null ? "" : " for that test case")
                            + "; there are "
                            + some(cases.distinct().toList()));
        }
        return boards;
    }

    /** Some of these names, in words. */
    static String some(Collection<String> names) {
        if (names.isEmpty()) {
            return "none yet; publish some first";
        }
        var first = names.stream().sorted().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() > NAMED ? first + ", … (" + names.size() + " in all)" : first;
    }

    private VersionKey newest(String model) {
        var measured = queries.boards(model).stream().map(BoardKey::versionKey).distinct().toList();
        return lastRegistered(model, measured)
                .or(() -> measured.stream().max(Comparator.comparing(this::newestResult)))
                .orElseThrow(
                        () ->
                                new NothingFound(
                                        "model '"
                                                + model
                                                + "' is registered but has no results yet"));
    }

    private Optional<VersionKey> lastRegistered(String model, List<VersionKey> among) {
        return queries.registrations(model).stream()
                .filter(registration -> among.contains(registration.key()))
                .max(Comparator.comparing(ModelVersion::registeredAt))
                .map(ModelVersion::key);
    }

    private Instant newestResult(VersionKey version) {
        return queries.cells(version).stream()
                .map(CellSummary::newest)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
