package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chipwise.deploy.bench.BenchPlan;
import dev.chipwise.deploy.bench.BenchPlan.Part;
import dev.chipwise.deploy.bench.LoadShape;
import dev.chipwise.deploy.bench.Posting;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchOptionsTest {

    @Test
    void measuresEverythingUnlessToldOtherwise() {
        var plan = plan();

        assertThat(plan.parts()).containsExactlyInAnyOrder(Part.values());
        assertThat(plan.loads()).extracting(LoadShape::cells).containsExactly(10_000, 10_000, 40);
        assertThat(plan.rates()).containsExactly(2_000, 20_000);
    }

    @Test
    void measuresOnlyWhatIsNamed() {
        var plan = plan("--only", "growth,pipeline", "--loads", "hot", "--growth-cells", "9,5");

        assertThat(plan.has(Part.PIPELINE)).isTrue();
        assertThat(plan.has(Part.RESTART)).isFalse();
        assertThat(plan.loads()).singleElement().isEqualTo(LoadShape.hot());
        assertThat(plan.sizes()).containsExactly(5, 9);
    }

    @Test
    void growsOnceForGrowthAndRestarts() {
        var sizes = plan("--growth-cells", "100,1000", "--restart-cells", "1000,500").sizes();

        assertThat(sizes).containsExactly(100, 500, 1_000);
    }

    @Test
    void asksTheGatewayOnEachNumberOfConnectionsForOneRecordAndForMany() {
        var postings = plan("--connections", "9,5").postings();

        assertThat(postings)
                .containsExactly(
                        new Posting(5, 1),
                        new Posting(9, 1),
                        new Posting(5, Posting.MANY),
                        new Posting(9, Posting.MANY));
    }

    @Test
    void refusesWhatCannotBeMeasured() {
        for (var option :
                new String[] {
                    "--rates", "--growth-cells", "--events", "--small-models", "--connections"
                }) {
            assertThatThrownBy(() -> plan(option, "0"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("at least");
        }
    }

    private static BenchPlan plan(String... arguments) {
        var options = new BenchOptions();
        new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return options.plan();
    }
}
