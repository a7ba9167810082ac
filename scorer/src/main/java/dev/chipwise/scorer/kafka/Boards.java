package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.Recommendation.News;
import dev.chipwise.schemas.domain.ReferenceData;
import dev.chipwise.schemas.domain.Scoring;
import dev.chipwise.schemas.domain.Scoring.BoardScores;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.scorer.score.Materiality;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/** What was last published of every board, so that only what changed is published again. */
final class Boards {

    private static final StringSerializer PREFIX = new StringSerializer();

    private final Stores stores;
    private final Scoring scoring;
    private final Materiality materiality = new Materiality();
    private final Bytes bytes;
    private final Outlet outlet;

    /**
     * What they are kept in.
     *
     * @param scores what was published last by its key
     * @param recommendations likewise
     * @param material last recommendation that a person would act on, whole
     */
    record Stores(
            KeyValueStore<String, Published> scores,
            KeyValueStore<String, Published> recommendations,
            KeyValueStore<String, Recommendation> material) {}

    /** How records look on their topics. */
    record Bytes(Serializer<SuitabilityScore> scores, Serializer<Recommendation> recommendations) {}

    Boards(Stores stores, Scoring scoring, Bytes bytes, Outlet outlet) {
        this.stores = stores;
        this.scoring = scoring;
        this.bytes = bytes;
        this.outlet = outlet;
    }

    /**
     * Scores a board and publishes what differs from what was last published.
     *
     * @param touched cells whose runs changed; what they no longer have is taken back even if it
     *     was not published from this state: after a replay the topics may still hold it
     */
    void score(
            BoardKey board,
            List<CellSummary> cells,
            Collection<CellKey> touched,
            ReferenceData reference) {
        var scored = scored(board, cells, reference);
        var hardware = keysUnder(board, stores.scores());
        touched.forEach(cell -> hardware.add(board.hardwareKey(cell.hardware())));
        publishScores(scored.scores(), hardware);
        var profiles = keysUnder(board, stores.recommendations());
        reference.profiles().keySet().forEach(id -> profiles.add(board.profileKey(id)));
        publishRecommendations(scored.recommendations(), profiles);
    }

    private BoardScores scored(BoardKey board, List<CellSummary> cells, ReferenceData reference) {
        if (cells.isEmpty()) {
            return new BoardScores(List.of(), List.of());
        }
        var complete = cells.stream().map(reference::complete).toList();
        return scoring.score(board, complete, reference.profiles().values());
    }

    private void publishScores(Collection<SuitabilityScore> scores, Set<String> gone) {
        for (var score : scores) {
            var key = score.topicKey();
            gone.remove(key);
            var content = bytes.scores().serialize(null, score);
            var last = Published.orNothing(stores.scores().get(key));
            var next = last.next(content);
            if (!next.saysTheSameAs(last)) {
                stores.scores().put(key, next);
                outlet.emit(Names.WRITE_SCORES, key, content);
            }
        }
        for (var key : gone) {
            stores.scores().delete(key);
            outlet.emit(Names.WRITE_SCORES, key, null);
        }
    }

    private void publishRecommendations(
            Collection<Recommendation> recommendations, Set<String> gone) {
        for (var recommendation : recommendations) {
            gone.remove(recommendation.topicKey());
            publish(recommendation);
        }
        for (var key : gone) {
            stores.recommendations().delete(key);
            stores.material().delete(key);
            outlet.emit(Names.WRITE_RECOMMENDATIONS, key, null);
        }
    }

    private void publish(Recommendation recommendation) {
        var key = recommendation.topicKey();
        var content = bytes.recommendations().serialize(null, recommendation.with(News.NONE));
        var last = Published.orNothing(stores.recommendations().get(key));
        var next = last.next(content);
        if (next.saysTheSameAs(last)) {
            return;
        }
        var material = stores.material().get(key);
        var news = materiality.compare(last.sequence(), material, recommendation);
        var told = recommendation.with(news);
        stores.recommendations().put(key, next);
        if (news.material()) {
            stores.material().put(key, told);
        }
        outlet.emit(Names.WRITE_RECOMMENDATIONS, key, told);
    }

    private static Set<String> keysUnder(BoardKey board, KeyValueStore<String, ?> store) {
        var keys = new HashSet<String>();
        try (var entries = store.prefixScan(Keys.under(board), PREFIX)) {
            entries.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }
}
