package dev.chipwise.schemas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.samples.RandomParts;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void splitsIntoThePartsThatWereJoined(long seed) {
        var any = new RandomParts(new Random(seed));
        var parts = List.of(any.text(), any.text(), any.text());
        var key = Key.join(parts.toArray(new String[0]));
        assertThat(Key.split(key)).isEqualTo(parts);
        assertThat(Key.firstPart(key)).isEqualTo(parts.get(0));
        for (int i = 0; i < parts.size(); i++) {
            assertThat(Key.part(key, i)).isEqualTo(parts.get(i));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aCellKeyIsReadBack(long seed) {
        var cell = new RandomParts(new Random(seed)).cell();
        assertThat(CellKey.parse(cell.topicKey())).isEqualTo(cell);
    }

    @Test
    void ordinaryNamesStayAsTheyAre() {
        assertThat(Key.join("org/Größe-7B", "v1.0 beta")).isEqualTo("org/Größe-7B|v1.0 beta");
    }

    @ParameterizedTest
    @CsvSource({"a|b,a%7cb", "50%,50%25", "'a\nb',a%0ab"})
    void whatCouldBeMistakenIsEscaped(String part, String key) {
        assertThat(Key.join(part)).isEqualTo(key);
    }

    @Test
    void partsCannotMoveBetweenKeys() {
        assertThat(Key.join("a|b", "c")).isNotEqualTo(Key.join("a", "b|c"));
        assertThat(Key.path("a/b", "c")).isNotEqualTo(Key.path("a", "b/c"));
    }

    /**
     * Publishers of other programs may send any key; it must be refused by a rule, not by a crash.
     */
    @ParameterizedTest
    @ValueSource(strings = {"100% pure|v1", "%", "%4", "%zz|%", ""})
    void aForeignKeyIsReadAsItIs(String key) {
        assertThat(Key.split(key)).hasSize(key.contains("|") ? 2 : 1);
        assertThat(Key.firstPart(key)).isEqualTo(key.split("\\|", 2)[0]);
    }

    @Test
    void trailingAbsentPartsOfAnIdentityAreLeftOut() {
        assertThat(new Workload("inference", "default", null, null).id())
                .isEqualTo("inference/default");
        assertThat(new Workload("inference", "chat", null, 512).id())
                .isEqualTo("inference/chat//512");
        assertThat(new Configuration("ort", "1.2", null, "fp16", null, 8, null).id())
                .isEqualTo("ort/fp16/b8");
        assertThat(new Configuration("ort", null, "nnapi", "int8", "qdq", 1, 4).id())
                .isEqualTo("ort/int8/b1/nnapi/qdq/4");
    }

    @Test
    void theRuntimesVersionIsNoIdentity() {
        var older = new Configuration("ort", "1.19", null, "fp16", null, 8, null);
        var newer = new Configuration("ort", "1.20", null, "fp16", null, 8, null);
        assertThat(newer.id()).isEqualTo(older.id());
    }
}
