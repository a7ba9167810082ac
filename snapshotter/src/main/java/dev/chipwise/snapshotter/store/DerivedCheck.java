package dev.chipwise.snapshotter.store;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.CompatibilitySnapshot;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.ReferenceData;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.Scoring;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks what is derived against what the pure code makes of the raw events from scratch (I5),
 * model by model.
 */
final class DerivedCheck {

    private final Contents contents;
    private final Scoring scoring;
    private final ReferenceData reference;
    private final SnapshotHash snapshotHash;
    private final List<Finding> findings = new ArrayList<>();

    DerivedCheck(
            Contents contents,
            Scoring scoring,
            ReferenceData reference,
            SnapshotHash snapshotHash) {
        this.contents = contents;
        this.scoring = scoring;
        this.reference = reference;
        this.snapshotHash = snapshotHash;
    }

    List<Finding> find() {
        contents.models().forEach(this::checkModel);
        return findings;
    }

    private void checkModel(String model) {
        var results = new ArrayList<Result>();
        var retractions = new ArrayList<ResultRetraction>();
        for (var row : contents.events(model)) {
            if (row.event() instanceof Result result) {
                results.add(result);
            } else if (row.event() instanceof ResultRetraction retraction) {
                retractions.add(retraction);
            }
        }
        var cells = scoring.summarise(results, retractions);
        compare(
                "cell_summaries",
                byKey(cells, cell -> cell.key().topicKey()),
                stored(CellSummary.class, model));
        checkBoards(model, cells);
    }

    private void checkBoards(String model, List<CellSummary> cells) {
        var scores = new ArrayList<SuitabilityScore>();
        var recommendations = new ArrayList<Recommendation>();
        var byBoard =
                cells.stream()
                        .collect(
                                Collectors.groupingBy(
                                        cell -> cell.key().board(),
                                        TreeMap<BoardKey, List<CellSummary>>::new,
                                        Collectors.toList()));
        byBoard.forEach(
                (board, ofBoard) -> {
                    var scored =
                            scoring.score(
                                    board,
                                    ofBoard.stream().map(reference::complete).toList(),
                                    reference.profiles().values());
                    scores.addAll(scored.scores());
                    scored.recommendations()
                            .forEach(
                                    one -> recommendations.add(one.with(Recommendation.News.NONE)));
                });
        compare(
                "suitability_scores",
                byKey(scores, SuitabilityScore::topicKey),
                stored(SuitabilityScore.class, model));
        var withoutNews = new TreeMap<String, Recommendation>();
        stored(Recommendation.class, model)
                .forEach((key, one) -> withoutNews.put(key, one.with(Recommendation.News.NONE)));
        compare("recommendations", byKey(recommendations, Recommendation::topicKey), withoutNews);
        checkSnapshots(model, scores);
    }

    private void checkSnapshots(String model, List<SuitabilityScore> scores) {
        var byVersion =
                scores.stream()
                        .collect(
                                Collectors.groupingBy(
                                        score -> score.board().versionKey(),
                                        TreeMap<VersionKey, List<SuitabilityScore>>::new,
                                        Collectors.toList()));
        var expected = new TreeMap<String, Content>();
        byVersion.forEach(
                (version, ofVersion) ->
                        expected.put(
                                version.topicKey(),
                                new Content(snapshotHash.of(version, ofVersion))));
        var there = new TreeMap<String, Content>();
        stored(CompatibilitySnapshot.class, model)
                .forEach((key, snapshot) -> there.put(key, new Content(snapshot.contentHash())));
        compare("compatibility_snapshots", expected, there);
    }

    /** What a snapshot says, apart from when. */
    private record Content(String contentHash) {}

    private <T extends Record> SortedMap<String, T> stored(Class<T> type, String model) {
        var values = new TreeMap<String, T>();
        contents.latest(type, model).forEach(row -> values.put(row.key(), row.value()));
        return values;
    }

    private static <T> SortedMap<String, T> byKey(Collection<T> values, Function<T, String> key) {
        var byKey = new TreeMap<String, T>();
        values.forEach(value -> byKey.put(key.apply(value), value));
        return byKey;
    }

    private <T extends Record> void compare(
            String table, SortedMap<String, T> expected, SortedMap<String, T> stored) {
        expected.forEach(
                (key, value) -> {
                    var there = stored.get(key);
                    if (there == null) {
                        add(table, key, "is missing");
                    } else if (!there.equals(value)) {
                        add(table, key, Difference.between(value, there));
                    }
                });
        stored.keySet().stream()
                .filter(key -> !expected.containsKey(key))
                .forEach(key -> add(table, key, "is there, but nothing raw makes it"));
    }

    private void add(String table, String key, String detail) {
        findings.add(new Finding(Finding.Invariant.I5, table, key, detail));
    }
}
