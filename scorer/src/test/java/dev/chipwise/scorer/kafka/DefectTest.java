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
import dev.chipwise.schemas.kafka.Received;
import dev.chipwise.scorer.score.Scorer;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a defect of ours does to the boards that have nothing to do with it. */
class DefectTest {

    private final Heard heard = new Heard();
    private final List<RuntimeException> defects = new ArrayList<>();
    private final MockProcessorContext<String, Object> context = EmptyTask.context();
    private ScoreBoards processor;
    private long now = NOON.toEpochMilli();

    @BeforeEach
    void start() {
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
    void itIsTriedAgainWithAllItsCellsWhenAnythingOnTheBoardChanges() {
        // Given
        defects.add(new IllegalStateException("division by zero"));
        process("v1", "x1");
        tick();

        // When
        process("v1", "x2");
        tick();

        // Then
        assertThat(heard.scored).extracting("version").containsExactly("v1");
        assertThat(context.forwarded(Names.WRITE_SCORES)).hasSize(2);
    }

    @Test
    void aBrokenWorldStopsTheProcess() {
        defects.add(new KafkaException("the broker is gone"));
        process("v1");
        assertThatThrownBy(this::tick).hasMessage("the broker is gone");
    }

    private ScoreBoards processor() {
        var fresh = EmptyTask.processor(failing(), heard);
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
        process(version, "x1");
    }

    private void process(String version, String device) {
        BenchmarkResult result =
                measured(envelope(1, NOON), subject("m", version, device), Events.speed(10));
        var bytes = Codecs.benchmarkResult().encode(result);
        processor.process(new Record<>("m", new Received<>(result, bytes), 0));
    }

    /** One that comes after every board has rested. */
    private void tick() {
        now += ScorerConfig.DEFAULT.rest().toMillis();
        context.scheduledPunctuators().stream()
                .filter(punctuator -> !punctuator.cancelled())
                .forEach(punctuator -> punctuator.getPunctuator().punctuate(now));
    }
}
