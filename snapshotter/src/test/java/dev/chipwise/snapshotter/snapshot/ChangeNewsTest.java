package dev.chipwise.snapshotter.snapshot;

import static dev.chipwise.snapshotter.snapshot.Cells.V1;
import static dev.chipwise.snapshotter.snapshot.Cells.V2;
import static dev.chipwise.snapshotter.snapshot.Cells.cell;
import static dev.chipwise.snapshotter.snapshot.Cells.latency;
import static dev.chipwise.snapshotter.snapshot.Cells.side;
import static dev.chipwise.snapshotter.snapshot.Cells.steady;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilityChange.Severity;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import dev.chipwise.schemas.domain.VersionKey;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangeNewsTest {

    private final VersionComparison comparison = new VersionComparison(Cells.CATALOG);

    @Test
    void tellsAClaimOnce() {
        var first = ChangeNews.of(latencyOf(20), new TreeMap<>());
        var second = ChangeNews.of(latencyOf(21), first.standing());

        assertThat(verdicts(first)).containsExactly(Verdict.REGRESSED);
        assertThat(second.news()).isEmpty();
        assertThat(second.standing()).isEqualTo(first.standing());
    }

    @Test
    void saysNothingOfWhatIsNotSureAtFirstSight() {
        assertThat(ChangeNews.of(latencyOf(10), new TreeMap<>()).news()).isEmpty();
        assertThat(ChangeNews.of(latencyOf(10.2), new TreeMap<>()).news()).isEmpty();
    }

    @Test
    void takesBackAClaimThatNoLongerHoldsAndForgetsIt() {
        var claimed = ChangeNews.of(latencyOf(20), new TreeMap<>());
        var takenBack = ChangeNews.of(latencyOf(10), claimed.standing());

        assertThat(verdicts(takenBack)).containsExactly(Verdict.EQUIVALENT);
        assertThat(takenBack.standing()).isEmpty();
    }

    @Test
    void withdrawsAClaimWhoseEvidenceIsGone() {
        var claimed = ChangeNews.of(latencyOf(20), new TreeMap<>());
        var withdrawn = ChangeNews.of(List.of(), claimed.standing());

        assertThat(withdrawn.news())
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                            assertThat(change.severity()).isEqualTo(Severity.NONE);
                            assertThat(change.evidence())
                                    .contains("withdrawn")
                                    .contains("regressed");
                        });
    }

    @Test
    void tellsWhenAClaimTurnsIntoItsOpposite() {
        var claimed = ChangeNews.of(latencyOf(20), new TreeMap<>());

        assertThat(verdicts(ChangeNews.of(latencyOf(5), claimed.standing())))
                .containsExactly(Verdict.IMPROVED);
    }

    @Test
    void isSilentAboutWhatHasNotBeenMeasuredYet() {
        var from = side(V1, cell(V1, "s24", "qnn", latency(5)), cell(V1, "s25", "qnn", latency(5)));
        var to = side(V2, cell(V2, "s24", "qnn", latency(5)));
        var changes = comparison.compare(from, to, StatisticalRule.standard()).changes();

        assertThat(changes).isNotEmpty();
        assertThat(ChangeNews.of(changes, new TreeMap<>()).news()).isEmpty();
    }

    @Test
    void doesNotTakeOneVersionForAnotherWhoseTagItStartsWith() {
        var key = ChangeNews.key(latencyOf(20).get(0));

        assertThat(key).startsWith(ChangeNews.keyPrefix(V2));
        assertThat(key).doesNotStartWith(ChangeNews.keyPrefix(new VersionKey("mobilenet", "v")));
    }

    private List<CompatibilityChange> latencyOf(double after) {
        return comparison
                .compare(
                        side(V1, cell(V1, "s24", "qnn", latency(steady(10, 60)))),
                        side(V2, cell(V2, "s24", "qnn", latency(steady(after, 60)))),
                        StatisticalRule.standard())
                .changes();
    }

    private static List<Verdict> verdicts(ChangeNews news) {
        return news.news().stream().map(CompatibilityChange::verdict).toList();
    }
}
