package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Recommendation;
import dev.chipwise.schemas.domain.ReferenceData;
import dev.chipwise.schemas.domain.Scoring;
import dev.chipwise.schemas.domain.Scoring.BoardScores;
import dev.chipwise.schemas.domain.SuitabilityScore;
import dev.chipwise.scorer.score.Materiality;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/** What was last published of every board, so that only what changed is published again. */
final class Boards {

    private static final StringSerializer PREFIX = new StringSerializer();

    private final Stores stores;
    private final Scoring scoring;
    private final Materiality materiality = new Materiality();
    private final Encodings encodings;
    private final Outlet outlet;
    private final HeapCache<BoardKey, PublishedBoard> cache;

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
            KeyValueStore<String, byte[]> material) {}

    Boards(
            Stores stores,
            Scoring scoring,
            Encodings encodings,
            Outlet outlet,
            ScorerConfig config) {
        this.stores = stores;
        this.scoring = scoring;
        this.encodings = encodings;
        this.outlet = outlet;
        cache = new HeapCache<>(config.cachedBoardBytes() / 2, PublishedBoard::bytes);
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
        var published = published(board);
        var hardware = new HashSet<>(published.scores().keySet());
        touched.forEach(cell -> hardware.add(board.hardwareKey(cell.hardware())));
        publishScores(scored.scores(), published.scores(), hardware);
        var profiles = new HashSet<>(published.recommendations().keySet());
        reference.profiles().keySet().forEach(id -> profiles.add(board.profileKey(id)));
        publishRecommendations(scored.recommendations(), published, profiles);
        cache.put(board, published);
    }

    private BoardScores scored(BoardKey board, List<CellSummary> cells, ReferenceData reference) {
        if (cells.isEmpty()) {
            return new BoardScores(List.of(), List.of());
        }
        var complete = cells.stream().map(reference::complete).toList();
        return scoring.score(board, complete, reference.profiles().values());
    }

    private void publishScores(
            Collection<SuitabilityScore> scores,
            Map<String, Published> published,
            Set<String> gone) {
        for (var score : scores) {
            var key = score.topicKey();
            gone.remove(key);
            var content = encodings.scores().serializer().serialize(null, score);
            var last = Published.orNothing(published.get(key));
            var next = last.next(content);
            if (!next.saysTheSameAs(last)) {
                stores.scores().put(key, next);
                published.put(key, next);
                outlet.emit(Names.WRITE_SCORES, key, content);
            }
        }
        for (var key : gone) {
            stores.scores().delete(key);
            published.remove(key);
            outlet.emit(Names.WRITE_SCORES, key, null);
        }
    }

    private void publishRecommendations(
            Collection<Recommendation> recommendations,
            PublishedBoard published,
            Set<String> gone) {
        for (var recommendation : recommendations) {
            gone.remove(recommendation.topicKey());
            publish(recommendation, published);
        }
        for (var key : gone) {
            stores.recommendations().delete(key);
            stores.material().delete(key);
            published.recommendations().remove(key);
            published.material().remove(key);
            outlet.emit(Names.WRITE_RECOMMENDATIONS, key, null);
        }
    }

    private void publish(Recommendation recommendation, PublishedBoard published) {
        var key = recommendation.topicKey();
        var content = encodings.recommendations().serializer().serialize(null, recommendation);
        var last = Published.orNothing(published.recommendations().get(key));
        var next = last.next(content);
        if (next.saysTheSameAs(last)) {
            return;
        }
        var material = published.material(key, this::material);
        var news = materiality.compare(last.sequence(), material, recommendation);
        var told = Codecs.withNews(content, news);
        stores.recommendations().put(key, next);
        published.recommendations().put(key, next);
        if (news.material()) {
            stores.material().put(key, told);
            published.material().put(key, recommendation);
        }
        outlet.emit(Names.WRITE_RECOMMENDATIONS, key, told);
    }

    private Recommendation material(String key) {
        return encodings
                .recommendations()
                .deserializer()
                .deserialize(null, stores.material().get(key));
    }

    private PublishedBoard published(BoardKey board) {
        var cached = cache.get(board);
        return cached == null
                ? new PublishedBoard(
                        under(board, stores.scores()),
                        under(board, stores.recommendations()),
                        new HashMap<>())
                : cached;
    }

    private static Map<String, Published> under(
            BoardKey board, KeyValueStore<String, Published> store) {
        var published = new HashMap<String, Published>();
        try (var entries = store.prefixScan(Keys.under(board), PREFIX)) {
            entries.forEachRemaining(entry -> published.put(entry.key, entry.value));
        }
        return published;
    }
}
