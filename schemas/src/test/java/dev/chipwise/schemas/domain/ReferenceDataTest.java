package dev.chipwise.schemas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {

    private static final Catalog CATALOG = Catalog.shipped();
    private static final String ID = "npu/acme/small";

    @Test
    void aUsersProfileReplacesTheShippedOneOfItsId() {
        var own = profile("balanced", "latency_mean_ms");

        var reference = ReferenceData.of(CATALOG, Map.of("balanced", own), Map.of());

        assertThat(reference.profiles()).containsEntry("balanced", own).containsKey("latency");
    }

    @Test
    void aProfileUnderAnotherKeyOrOfWhatIsNotScoredIsNotInForce() {
        var stray = profile("balanced", "latency_mean_ms");
        var unknown = profile("mine", "latency_mien_ms");

        var reference =
                ReferenceData.of(CATALOG, Map.of("latency", stray, "mine", unknown), Map.of());

        assertThat(reference.profiles()).isEqualTo(CATALOG.profiles());
    }

    @Test
    void aHardwareProfileSaysTheMemoryThatResultsDoNot() {
        var reference = ReferenceData.of(CATALOG, Map.of(), Map.of(ID, hardware(64.0)));

        assertThat(reference.complete(cell(null)).hardware().memoryMb()).isEqualTo(64.0);
        assertThat(reference.complete(cell(32.0)).hardware().memoryMb()).isEqualTo(32.0);
    }

    @Test
    void noMemoryIsNotMemory() {
        for (double mb : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            var reference = ReferenceData.of(CATALOG, Map.of(), Map.of(ID, hardware(mb)));

            assertThat(reference.memoryMb()).as("%s MB", mb).isEmpty();
        }
    }

    @Test
    void theHashChangesWithAProfileAndWithAMemory() {
        var plain = ReferenceData.of(CATALOG, Map.of(), Map.of());
        var own =
                ReferenceData.of(
                        CATALOG, Map.of("mine", profile("mine", "latency_mean_ms")), Map.of());
        var larger = ReferenceData.of(CATALOG, Map.of(), Map.of(ID, hardware(64.0)));

        assertThat(plain.hash()).isNotEqualTo(own.hash()).isNotEqualTo(larger.hash());
        assertThat(own.hash()).isNotEqualTo(larger.hash());
    }

    private static ScoringProfile profile(String id, String metric) {
        return new ScoringProfile(id, 7, new TreeMap<>(Map.of(metric, 1.0)), new TreeMap<>());
    }

    private static HardwareProfile hardware(Double mb) {
        var known = new Hardware(ID, "npu", "acme", "small", null, null, null, null, mb);
        return new HardwareProfile(known, "a small one", Instant.EPOCH);
    }

    private static CellSummary cell(Double mb) {
        var board = new BoardKey("m", "v1", "inference");
        return new CellSummary(
                new CellKey(board, ID, "tflite"),
                new Workload(Workload.INFERENCE, null, null, null),
                new Hardware(ID, "npu", "acme", "small", null, null, null, null, mb),
                null,
                Evidence.REAL,
                java.util.List.of(),
                null,
                Instant.EPOCH,
                "prior",
                "hash");
    }
}
