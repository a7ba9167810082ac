package dev.chipwise.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.samples.RandomRecords;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventCodecTest {

    @Test
    void everyKindOfEventComesBackAsItself() {
        var random = new RandomRecords(new Random(1));
        var events =
                List.<Event>of(
                        random.benchmarkResult(),
                        random.batteryResult(),
                        random.modelVersion(),
                        random.resultRetraction());

        for (var event : events) {
            assertThat(Codecs.event().decode(Codecs.event().encode(event))).isEqualTo(event);
        }
    }

    @Test
    void bytesOfNoEventAreUnreadable() {
        assertThatThrownBy(() -> Codecs.event().decode(new byte[] {(byte) 0xC3, 1, 2}))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("no event that this Chipwise knows");
    }
}
