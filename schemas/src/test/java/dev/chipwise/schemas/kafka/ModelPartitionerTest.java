package dev.chipwise.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.Key;
import dev.chipwise.schemas.domain.VersionKey;
import dev.chipwise.schemas.samples.RandomParts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPartitionerTest {

    private static final int PARTITIONS = 12;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithEveryClientsDefaultOnKeysOfTheModelAlone(long seed) {
        var key = Key.join(new RandomParts(new Random(seed)).text());
        int byDefault =
                BuiltInPartitioner.partitionForKey(
                        key.getBytes(StandardCharsets.UTF_8), PARTITIONS);
        assertThat(ModelPartitioner.partition(key, PARTITIONS)).isEqualTo(byDefault);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsAModelInOnePartitionWhateverElseTheKeySays(long seed) {
        // Given
        var any = new RandomParts(new Random(seed));
        var model = any.text();
        var board = new BoardKey(model, any.text(), any.text());

        // When
        var partitions =
                List.of(
                        ModelPartitioner.partition(Key.join(model), PARTITIONS),
                        ModelPartitioner.partition(
                                new VersionKey(model, any.text()).topicKey(), PARTITIONS),
                        ModelPartitioner.partition(board.profileKey(any.text()), PARTITIONS),
                        ModelPartitioner.partition(board.hardwareKey(any.text()), PARTITIONS),
                        ModelPartitioner.partition(
                                new CellKey(board, any.text(), any.text()).topicKey(), PARTITIONS));

        // Then
        assertThat(Set.copyOf(partitions)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resnet50|v1|inference", "a%7cb|v1", "größe|v1"})
    void decidesTheSameInAProducerAndInATopology(String key) {
        // Given
        var bytes = key.getBytes(StandardCharsets.UTF_8);
        int expected = ModelPartitioner.partition(key, PARTITIONS);

        // When
        int inProducer =
                new ModelPartitioner().partition("t", key, bytes, null, null, cluster("t"));
        var inTopology = new ModelStreamPartitioner<>().partitions("t", key, null, PARTITIONS);

        // Then
        assertThat(inProducer).isEqualTo(expected);
        assertThat(inTopology).hasValue(Set.of(expected));
    }

    @Test
    void spreadsModelsOverAllPartitions() {
        var hit = new boolean[PARTITIONS];
        for (int i = 0; i < 200; i++) {
            hit[ModelPartitioner.partition("model-" + i, PARTITIONS)] = true;
        }
        assertThat(hit).doesNotContain(false);
    }

    @Test
    void aRejectedRecordWithoutKeyMayGoAnywhere() {
        assertThat(new ModelStreamPartitioner<>().partitions("t", null, "value", PARTITIONS))
                .isEmpty();
    }

    @Test
    void refusesToPublishARecordWithoutKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ModelPartitioner()
                                        .partition("t", null, null, null, null, cluster("t")))
                .withMessageContaining("no key");
    }

    private static Cluster cluster(String topic) {
        var partitions = new ArrayList<PartitionInfo>();
        for (int i = 0; i < PARTITIONS; i++) {
            partitions.add(new PartitionInfo(topic, i, Node.noNode(), new Node[0], new Node[0]));
        }
        return new Cluster("c", List.of(), partitions, Set.of(), Set.of());
    }
}
