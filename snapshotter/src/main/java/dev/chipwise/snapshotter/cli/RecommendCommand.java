package dev.chipwise.snapshotter.cli;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Scoring;
import dev.chipwise.snapshotter.report.RecommendationReport;
import dev.chipwise.snapshotter.report.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Which hardware suits a model best, from the stored cell summaries and the scorer's own
 * mathematics.
 */
@Command(
        name = "recommend",
        description = "Rank hardware for a model: how suitable, how sure, why, and what is out.")
public final class RecommendCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODEL", description = "The model's name.")
    private String model;

    @Option(names = "--model-version", paramLabel = "TAG", description = "Default: the newest.")
    private String version;

    @Option(names = "--task", description = "inference or training.")
    private String task;

    @Option(names = "--test-case", description = "Only this test case; default: each by itself.")
    private String testCase;

    @Option(names = "--top-k", paramLabel = "K", description = "At most this many per test case.")
    private int topK = Integer.MAX_VALUE;

    @Mixin private final SelectionOptions selectionOptions = new SelectionOptions();
    @Mixin private final ProfileOptions profileOptions = new ProfileOptions();

    private final StoreAccess store;
    private final Scoring scoring;
    private final Catalog catalog;
    private final Consumer<Report> out;
    private final Consumer<String> hints;

    /**
     * @param hints takes words that are no part of the answer
     */
    public RecommendCommand(
            StoreAccess store,
            Scoring scoring,
            Catalog catalog,
            Consumer<Report> out,
            Consumer<String> hints) {
        this.store = store;
        this.scoring = scoring;
        this.catalog = catalog;
        this.out = out;
        this.hints = hints;
    }

    @Override
    public Integer call() {
        var selection = selectionOptions.selection(catalog);
        if (topK < 1) {
            throw new IllegalArgumentException("--top-k " + topK + " is not 1 or more");
        }
        try (var queries = store.queries()) {
            var reference = queries.reference(catalog);
            var profile = profileOptions.profile(catalog, reference.profiles());
            var boards = new Boards(queries);
            var cells = boards.cells(boards.version(model, version), task, testCase);
            List<Recommendation> answers = new ArrayList<>();
            cells.forEach(
                    (board, ofBoard) ->
                            answers.add(
                                    scoring.recommend(
                                            board,
                                            ofBoard.stream().map(reference::complete).toList(),
                                            profile,
                                            selection)));
            out.accept(new RecommendationReport(answers, topK, catalog));
            var all = cells.values().stream().flatMap(Collection::stream).toList();
            SelectionOptions.advice(selection, all).ifPresent(hints);
            return 0;
        }
    }
}
