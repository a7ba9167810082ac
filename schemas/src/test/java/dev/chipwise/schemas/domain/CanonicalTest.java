package dev.chipwise.schemas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.samples.RandomRecords;
import dev.chipwise.schemas.samples.Samples;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalTest {

    /** What a record looked like before somebody added a field to it. */
    private record Before(String name, int size) {}

    private record After(
            String name, int size, String colour, List<String> tags, Map<String, String> notes) {}

    private record Pair(String left, String right) {}

    private record Tags(List<String> tags) {}

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void equalRecordsHaveEqualHashesAndOthersDoNot(long seed) {
        var record = new RandomRecords(new Random(seed)).benchmarkResult();
        var same = new RandomRecords(new Random(seed)).benchmarkResult();
        var other = new RandomRecords(new Random(seed + 1)).benchmarkResult();
        assertThat(Canonical.hash(record))
                .isEqualTo(Canonical.hash(same))
                .isNotEqualTo(Canonical.hash(other));
    }

    @Test
    void aFieldAddedLaterDoesNotChangeTheTextOfWhatWasSaidBefore() {
        var before = new Before("a", 1);
        assertThat(Canonical.text(new After("a", 1, null, List.of(), Map.of())))
                .isEqualTo(Canonical.text(before));
        assertThat(Canonical.text(new After("a", 1, "red", List.of(), Map.of())))
                .isNotEqualTo(Canonical.text(before));
    }

    @Test
    void textCannotPassForStructure() {
        assertThat(Canonical.text(new Pair("a;right=b", null)))
                .isNotEqualTo(Canonical.text(new Pair("a", "b")));
        assertThat(Canonical.text(new Tags(List.of("a;=b"))))
                .isNotEqualTo(Canonical.text(new Tags(List.of("a", "b"))));
    }

    @Test
    void anEmptyTextIsNotAnAbsentOne() {
        assertThat(Canonical.text(new Pair("", "b")))
                .isNotEqualTo(Canonical.text(new Pair(null, "b")));
    }

    @Test
    void theOrderOfInsertionIntoAMapDoesNotMatter() {
        var oneWay = new TreeMap<>(Map.of("a", "1"));
        oneWay.put("b", "2");
        var otherWay = new TreeMap<>(Map.of("b", "2"));
        otherWay.put("a", "1");
        assertThat(Canonical.text(labelled(oneWay))).isEqualTo(Canonical.text(labelled(otherWay)));
    }

    private static Envelope labelled(Map<String, String> labels) {
        var sample = Samples.envelope(1);
        return new Envelope(sample.eventId(), sample.occurredAt(), sample.source(), labels);
    }
}
