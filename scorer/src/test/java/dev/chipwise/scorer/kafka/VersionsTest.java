package dev.chipwise.scorer.kafka;

import static dev.chipwise.scorer.kafka.Events.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.RejectedResult;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {

    private static final ModelVersion FIRST = Events.version(1, NOON, "onnx");
    private static final ModelVersion SAME_AGAIN = Events.version(2, NOON.plusSeconds(1), "onnx");
    private static final ModelVersion SECOND = Events.version(3, NOON.plusSeconds(2), "litert");
    private static final ModelVersion THIRD = Events.version(4, NOON.plusSeconds(3), "torch");

    @TempDir Path state;

    @Test
    void registeringTheSameTwiceIsNoConflict() {
        assertThat(reportedFor(FIRST, FIRST, SAME_AGAIN)).isEmpty();
    }

    @Test
    void reportsEveryLaterContentWhateverTheOrder() {
        for (var order :
                List.of(List.of(0, 1, 2), List.of(2, 1, 0), List.of(1, 2, 0), List.of(2, 0, 1))) {
            var versions = List.of(FIRST, SECOND, THIRD);
            var arriving = order.stream().map(versions::get).toArray(ModelVersion[]::new);
            assertThat(reportedFor(arriving))
                    .as("order %s", order)
                    .isEqualTo(Set.of(SECOND, THIRD));
        }
    }

    @Test
    void namesWhereTheDisplacedOneWasRead() {
        try (var pipeline = Pipeline.start(state)) {
            pipeline.publish(SECOND);
            pipeline.publish(FIRST);

            var report = pipeline.rejected().get(0);
            assertThat(report.reason()).isEqualTo(Reason.CONFLICTING_VERSION);
            assertThat(report.topic()).isEqualTo("model.version.v1");
            assertThat(report.offset()).isZero();
            assertThat(report.key()).isEqualTo("m");
            assertThat(report.detail()).contains("v1", FIRST.envelope().eventId());
        }
    }

    private Set<ModelVersion> reportedFor(ModelVersion... arriving) {
        try (var pipeline = Pipeline.start(state)) {
            for (var version : arriving) {
                pipeline.publish(version);
            }
            return pipeline.rejected().stream()
                    .map(RejectedResult::original)
                    .map(Codecs.modelVersion()::decode)
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
