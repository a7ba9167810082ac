package dev.chipwise.snapshotter.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many models compared at once are one family of hypotheses. */
class ManyModelsTest {

    private final VersionComparison comparison = new VersionComparison(Cells.CATALOG);

    @Test
    void whatIsToldOfOneModelAloneMayBeChanceAmongMany() {
        var slower = pair("slower", 10, 12.5);
        var all = new ArrayList<>(List.of(slower));
        IntStream.range(0, 40).mapToObj(n -> pair("steady-" + n, 10, 10)).forEach(all::add);

        assertThat(verdictsOf("slower", List.of(slower))).containsExactly(Verdict.REGRESSED);
        assertThat(verdictsOf("slower", all)).containsExactly(Verdict.INCONCLUSIVE);
    }

    @Test
    void aPlainRatioIsTheSameForOneAndForMany() {
        var slower = pair("slower", 10, 12.5);
        var both = List.of(pair("steady", 10, 10), slower);

        assertThat(comparison.compare(both, new RatioRule(0.1)))
                .filteredOn(change -> change.model().equals("slower"))
                .isEqualTo(comparison.compare(List.of(slower), new RatioRule(0.1)));
    }

    private List<Verdict> verdictsOf(String model, List<VersionPair> pairs) {
        return comparison.compare(pairs, StatisticalRule.standard()).stream()
                .filter(change -> change.model().equals(model))
                .map(CompatibilityChange::verdict)
                .toList();
    }

    private static VersionPair pair(String model, double before, double after) {
        return new VersionPair(side(model, "v1", before), side(model, "v2", after));
    }

    private static VersionSide side(String model, String tag, double latencyMs) {
        var key = new VersionKey(model, tag);
        var cell = Cells.cell(key, "s24", "tflite", Cells.latency(latencyMs));
        return new VersionSide(key, List.of(), List.of(cell));
    }
}
