package dev.chipwise.scorer.kafka;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.Scoring;
import dev.chipwise.schemas.kafka.CodecSerde;
import dev.chipwise.scorer.score.CellSummariser;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.Stores;

/** What a task gives its processor, with empty stores; and processors to give it to. */
final class EmptyTask {

    private EmptyTask() {}

    static MockProcessorContext<String, Object> context() {
        var context = new MockProcessorContext<String, Object>();
        var topics = Pipeline.TOPICS;
        addStore(context, Names.RUNS, CodecSerde.of(Codecs.run()));
        addStore(context, Names.DESCRIPTIONS, CodecSerde.of(Codecs.cellDescription()));
        addStore(context, Names.CELLS, Serdes.ByteArray());
        addStore(context, Names.SCORES, Published.serde());
        addStore(context, Names.RECOMMENDATIONS, Published.serde());
        addStore(context, Names.MATERIAL, Serdes.ByteArray());
        addStore(context, Names.DIRTY, Serdes.ByteArray());
        addStore(context, Names.REFERENCE_APPLIED, Serdes.String());
        addStore(context, Names.SCORING_PROFILES, topics.scoringProfile().valueSerde());
        addStore(context, Names.HARDWARE_PROFILES, topics.hardwareProfile().valueSerde());
        context.setRecordMetadata("chipwise.benchmark.result.v1", 0, 0);
        return context;
    }

    static ScoreBoards processor(Scoring scoring, ScorerListener listener) {
        var listened =
                new Rejections(
                        Map.of("chipwise.benchmark.result.v1", "benchmark.result.v1"), listener);
        return new ScoreBoards(
                new ScoreBoards.Setup(
                        ScorerConfig.DEFAULT,
                        Pipeline.CATALOG,
                        scoring,
                        new CellSummariser(Pipeline.CATALOG),
                        Encodings.of(Pipeline.TOPICS),
                        listened,
                        listener,
                        new AtomicLong(),
                        new Pace(() -> 0, 1)));
    }

    private static <V> void addStore(
            MockProcessorContext<String, Object> context, String name, Serde<V> values) {
        var store =
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                        .withLoggingDisabled()
                        .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }
}
