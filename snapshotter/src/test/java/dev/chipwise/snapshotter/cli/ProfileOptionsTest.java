package dev.chipwise.snapshotter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ProfileOptionsTest {

    private static final Catalog CATALOG = Catalog.shipped();

    private final Laboratory laboratory = new Laboratory();

    @ParameterizedTest
    @CsvSource({
        "'', balanced",
        "--profile=battery, battery",
        "--latency-sensitive, latency",
        "--memory-constrained, memory",
    })
    void takesTheProfileThatIsNamed(String option, String profile) {
        var chosen = option.isEmpty() ? profile() : profile(option);

        assertThat(chosen).isEqualTo(CATALOG.profiles().get(profile));
    }

    @Test
    void addsTheTwoShortHands() {
        var both = profile("--latency-sensitive", "--memory-constrained");

        assertThat(both.id()).isEqualTo("latency+memory");
        assertThat(both.normalisedWeights())
                .containsOnly(
                        Map.entry("latency_mean_ms", 0.4),
                        Map.entry("memory_peak_mb", 0.3),
                        Map.entry("throughput_items_per_second", 0.3));
    }

    @Test
    void addsTheTwoWhateverScaleTheyAreWrittenIn() {
        laboratory.profile(profile("latency", Map.of("latency_mean_ms", 100.0), Map.of()));
        laboratory.profile(profile("memory", Map.of("memory_peak_mb", 1.0), Map.of()));

        assertThat(profile("--latency-sensitive", "--memory-constrained").normalisedWeights())
                .containsOnly(Map.entry("latency_mean_ms", 0.5), Map.entry("memory_peak_mb", 0.5));
    }

    @Test
    void holdsTheTighterOfTwoBudgets() {
        var weights = Map.of("latency_mean_ms", 1.0);
        var more = "throughput_items_per_second";
        laboratory.profile(profile("latency", weights, Map.of("load_ms", 9.0, more, 10.0)));
        laboratory.profile(profile("memory", weights, Map.of("load_ms", 5.0, more, 20.0)));

        assertThat(profile("--latency-sensitive", "--memory-constrained").budgets())
                .containsOnly(Map.entry("load_ms", 5.0), Map.entry(more, 20.0));
    }

    @Test
    void prefersAProfileOfTheUserToTheShippedOne() {
        var own = profile("battery", Map.of("power_avg_mw", 1.0), Map.of("load_ms", 9.0));
        laboratory.profile(own);

        assertThat(profile("--profile", "battery")).isEqualTo(own);
    }

    @Test
    void takesOwnWeightsByCriterionOrMetric() {
        var own = profile("--weights", "latency=0.6,energy_per_inference_mj=0.4");

        assertThat(own.id()).isEqualTo("custom");
        assertThat(own.weights())
                .containsOnly(
                        Map.entry("latency_mean_ms", 0.6),
                        Map.entry("energy_per_inference_mj", 0.4));
    }

    @Test
    void readsEveryBudgetInItsUnit() {
        var limited =
                profile(
                        "--max-latency-p95=30ms",
                        "--max-latency=0.02s",
                        "--max-memory=1GB",
                        "--max-energy=50mJ");

        assertThat(limited.weights()).isEqualTo(CATALOG.profiles().get("balanced").weights());
        assertThat(limited.budgets())
                .containsOnly(
                        Map.entry("latency_p95_ms", 30.0),
                        Map.entry("latency_mean_ms", 20.0),
                        Map.entry("memory_peak_mb", 1024.0),
                        Map.entry("energy_per_inference_mj", 50.0));
    }

    @Test
    void letsAnOptionReplaceTheBudgetOfAProfile() {
        var limits = Map.of("latency_mean_ms", 5.0, "load_ms", 9.0);
        laboratory.profile(profile("own", Map.of("latency_mean_ms", 1.0), limits));

        assertThat(profile("--profile=own", "--max-latency=20ms").budgets())
                .containsOnly(Map.entry("latency_mean_ms", 20.0), Map.entry("load_ms", 9.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--profile=fast; --profile fast is unknown; there are balanced, battery, latency,",
                "--weights=speed=1; --weights speed is nothing that can be weighed; use battery_drain,",
                "--weights=layers_npu=1; --weights layers_npu is nothing that can be weighed",
                "--weights=latency=0; needs at least one weight, each above 0",
                "--weights=latency=-1; needs at least one weight, each above 0",
                "--weights=latency=NaN; needs at least one weight, each above 0",
                "--weights=latency=1,latency_mean_ms=1; --weights has latency_mean_ms twice",
                "--weights=latency=1 --profile=battery; either --weights or a profile",
                "--weights=latency=1 --latency-sensitive; either --weights or a profile",
                "--profile=battery --latency-sensitive; give either --profile or",
                "--profile=battery --memory-constrained; give either --profile or",
                "--max-memory=lots; --max-memory lots is not an amount above 0 such as 30MB",
            })
    void refusesWithAdvice(String options, String advice) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile(options.split(" ")))
                .withMessageContaining(advice);
    }

    private ScoringProfile profile(String... arguments) {
        var options = CommandLine.populateCommand(new ProfileOptions(), arguments);
        try (var queries = laboratory.queries()) {
            return options.profile(CATALOG, queries.reference(CATALOG).profiles());
        }
    }

    private static ScoringProfile profile(
            String id, Map<String, Double> weights, Map<String, Double> budgets) {
        return new ScoringProfile(id, 2, new TreeMap<>(weights), new TreeMap<>(budgets));
    }
}
