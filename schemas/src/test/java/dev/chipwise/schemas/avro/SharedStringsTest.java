package dev.chipwise.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedStringsTest {

    private final SharedStrings strings = new SharedStrings();

    @Test
    void equalBytesAreTheSameString() {
        assertThat(decoded("latency_mean_ms")).isSameAs(decoded("latency_mean_ms"));
    }

    @Test
    void readsWhatWasWrittenHoweverManyThereAre() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            var text = "größe-" + "x".repeat(random.nextInt(70)) + random.nextInt(20_000);
            assertThat(decoded(text)).isEqualTo(text);
        }
    }

    private String decoded(String text) {
        var bytes = ("ab" + text + "c").getBytes(StandardCharsets.UTF_8);
        return strings.decode(bytes, 2, bytes.length - 3);
    }
}
