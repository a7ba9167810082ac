package dev.chipwise.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.chipwise.schemas.avro.UnreadableRecord;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.samples.Samples;
import org.junit.jupiter.api.Test;

class CodecSerdeTest {

    private final Topic<String, BenchmarkResult> topic =
            Topics.withDefaultPrefix().benchmarkResult();
    private final Topic<String, Received<BenchmarkResult>> received =
            Topics.withDefaultPrefix().benchmarkResult().received();

    @Test
    void aTombstoneStaysATombstone() {
        assertThat(topic.valueSerde().deserializer().deserialize("t", null)).isNull();
        assertThat(topic.valueSerde().serializer().serialize("t", null)).isNull();
        assertThat(received.valueSerde().deserializer().deserialize("t", null)).isNull();
        assertThat(received.valueSerde().serializer().serialize("t", null)).isNull();
    }

    @Test
    void showsTheBytesBesideTheEvent() {
        var event = Samples.benchmark(1);
        var bytes =
                Topics.withDefaultPrefix()
                        .benchmarkResult()
                        .valueSerde()
                        .serializer()
                        .serialize("t", event);

        var read = received.valueSerde().deserializer().deserialize("t", bytes);

        assertThat(read).isEqualTo(new Received<>(event, bytes));
        assertThat(received.valueSerde().serializer().serialize("t", read)).isSameAs(bytes);
    }

    @Test
    void saysThatBytesAreUnreadable() {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(
                        () ->
                                received.valueSerde()
                                        .deserializer()
                                        .deserialize("t", new byte[] {1, 2, 3}));
    }
}
