package dev.chipwise.snapshotter.cli;

import dev.chipwise.schemas.domain.ProfileScore;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.snapshotter.report.Report;
import dev.chipwise.snapshotter.report.ScoresReport;
import dev.chipwise.snapshotter.store.Queries;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The scores as the scorer last published them. */
@Command(name = "scores", description = "Show current suitability and compatibility scores.")
public final class ScoresCommand implements Callable<Integer> {

    @Option(names = "--model", description = "Only this model.")
    private String model;

    @Option(names = "--model-version", paramLabel = "TAG", description = "Only this version.")
    private String version;

    @Option(names = "--profile", description = "Only this profile.")
    private String profile;

    private final StoreAccess store;
    private final Consumer<Report> out;

    public ScoresCommand(StoreAccess store, Consumer<Report> out) {
        this.store = store;
        this.out = out;
    }

    @Override
    public Integer call() {
        try (var queries = store.queries()) {
            var scores = scores(queries);
            if (scores.isEmpty()) {
                throw new NothingFound("no scores for that; there are " + versions(queries));
            }
            requireProfile(scores);
            out.accept(new ScoresReport(scores, profile));
            return 0;
        }
    }

    private List<SuitabilityScore> scores(Queries queries) {
        var models = model == null ? queries.models() : List.of(model);
        return models.stream()
                .flatMap(name -> queries.scores(name).stream())
                .filter(score -> version == null || version.equals(score.board().version()))
                .toList();
    }

    private static String versions(Queries queries) {
        var known =
                queries.models().stream()
                        .flatMap(name -> queries.snapshots(name).stream())
                        .map(snapshot -> snapshot.key().model() + " " + snapshot.key().version());
        return Boards.some(known.toList());
    }

    private void requireProfile(List<SuitabilityScore> scores) {
        var known =
                scores.stream()
                        .flatMap(score -> score.profiles().stream())
                        .map(ProfileScore::profile)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (profile != null && !known.contains(profile)) {
            throw new NothingFound(
                    "no scores under profile '" + profile + "'; there are " + Boards.some(known));
        }
    }
}
