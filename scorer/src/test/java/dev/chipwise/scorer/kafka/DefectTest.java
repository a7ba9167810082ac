package dev.chipwise.scorer.kafka;

import static dev.chipwise.scorer.kafka.Events.NOON;
import static dev.chipwise.scorer.kafka.Events.envelope;
import static dev.chipwise.scorer.kafka.Events.measured;
import static dev.chipwise.scorer.kafka.Events.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Scoring;
import dev.chipwise.schemas.kafka.CodecSerde;
import dev.chipwise.schemas.kafka.Received;
import dev.chipwise.scorer.score.CellSummariser;
import dev.chipwise.scorer.score.Scorer;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a defect of ours does to the boards that have nothing to do with it. */
class DefectTest {

    private final Heard heard = new Heard();
    private final List<RuntimeException> defects = new ArrayList<>();
    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private ScoreBoards processor;

    @BeforeEach
    void start() {
        var topics = Pipeline.TOPICS;
        addStore(Names.RUNS, CodecSerde.of(Codecs.run()));
        addStore(Names.DESCRIPTIONS, CodecSerde.of(Codecs.cellDescription()));
        addStore(Names.CELLS, topics.cellSummary().valueSerde());
        addStore(Names.SCORES, Published.serde());
        addStore(Names.RECOMMENDATIONS, Published.serde());
        addStore(Names.MATERIAL, topics.recommendation().valueSerde());
        addStore(Names.DIRTY, Serdes.ByteArray());
        addStore(Names.REFERENCE_APPLIED, Serdes.String());
        addStore(Names.SCORING_PROFILES, topics.scoringProfile().valueSerde());
        addStore(Names.HARDWARE_PROFILES, topics.hardwareProfile().valueSerde());
        context.setRecordMetadata("chipwise.benchmark.result.v1", 0, 0);
        processor = processor();
    }

    @Test
    void aBoardThatCannotBeScoredHoldsNoOtherUp() {
        // Given
        defects.add(new IllegalStateException("division by zero"));

        // When
        process("v1");
        process("v2");
        tick();
        tick();

        // Then
        assertThat(heard.failures)
                .containsExactly("java.lang.IllegalStateException: division by zero");
        assertThat(heard.scored).extracting("version").containsExactly("v2");
    }

    @Test
    void itIsTriedAgainByTheNextProcess() {
        // Given
        defects.add(new IllegalStateException("division by zero"));
        process("v1");
        tick();

        // When
        processor = processor();
        tick();

        // Then
        assertThat(heard.scored).extracting("version").containsExactly("v1");
    }

    @Test
    void aBrokenWorldStopsTheProcess() {
        defects.add(new KafkaException("the broker is gone"));
        process("v1");
        assertThatThrownBy(this::tick).hasMessage("the broker is gone");
    }

    private ScoreBoards processor() {
        var listened =
                new Rejections(
                        Map.of("chipwise.benchmark.result.v1", "benchmark.result.v1"), heard);
        var fresh =
                new ScoreBoards(
                        new ScoreBoards.Setup(
                                ScorerConfig.DEFAULT,
                                Pipeline.CATALOG,
                                failing(),
                                new CellSummariser(Pipeline.CATALOG),
                                new Boards.Bytes(
                                        Pipeline.TOPICS
                                                .suitabilityScore()
                                                .valueSerde()
                                                .serializer(),
                                        Pipeline.TOPICS.recommendation().valueSerde().serializer()),
                                listened,
                                heard,
                                new AtomicLong(),
                                new Pace(() -> 0, 1)));
        context.scheduledPunctuators().forEach(MockProcessorContext.CapturedPunctuator::cancel);
        fresh.init(context);
        return fresh;
    }

    /** A scorer that fails once for every defect there is. */
    private Scoring failing() {
        var scorer = new Scorer(Pipeline.CATALOG);
        return (Scoring)
                Proxy.newProxyInstance(
                        Scoring.class.getClassLoader(),
                        new Class<?>[] {Scoring.class},
                        (proxy, method, arguments) -> {
                            if (!defects.isEmpty()) {
                                throw defects.remove(0);
                            }
                            return method.invoke(scorer, arguments);
                        });
    }

    private void process(String version) {
        BenchmarkResult result =
                measured(envelope(1, NOON), subject("m", version, "x1"), Events.speed(10));
        var bytes = Codecs.benchmarkResult().encode(result);
        processor.process(new Record<>("m", new Received<>(result, bytes), 0));
    }

    private void tick() {
        context.scheduledPunctuators().stream()
                .filter(punctuator -> !punctuator.cancelled())
                .forEach(punctuator -> punctuator.getPunctuator().punctuate(NOON.toEpochMilli()));
    }

    private <V> void addStore(String name, Serde<V> values) {
        var store =
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                        .withLoggingDisabled()
                        .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }
}
