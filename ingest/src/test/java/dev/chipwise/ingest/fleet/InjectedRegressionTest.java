package dev.chipwise.ingest.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InjectedRegressionTest {

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isFoundAndNothingElseIsCalledARegression(long seed) {
        // Given
        var fleet = Fleets.demo(seed);
        var injected = fleet.truth().regression().orElseThrow();

        // When
        var found =
                new VersionTrial(Fleets.results(fleet), injected.fromVersion(), Fleets.CATALOG)
                        .regressed();

        // Then
        assertThat(found)
                .allSatisfy(
                        finding -> {
                            assertThat(finding.model()).isEqualTo(injected.model());
                            assertThat(finding.hardware()).isEqualTo(injected.hardwareId());
                            assertThat(finding.configuration()).isEqualTo("qnn/int8/b1/htp");
                            assertThat(injected.metrics()).contains(finding.metric());
                        });
        assertThat(found.stream().map(VersionTrial.Finding::metric))
                .contains(injected.metric(), "throughput_items_per_second");
    }
}
