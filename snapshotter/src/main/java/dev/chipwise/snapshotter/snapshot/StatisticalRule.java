package dev.chipwise.snapshotter.snapshot;

import dev.chipwise.schemas.domain.CompatibilityChange;
import dev.chipwise.schemas.domain.CompatibilityChange.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Verdicts that allow for noise: REGRESSED when "no worse than the margin" is refuted, IMPROVED
 * when "no better" is, EQUIVALENT when two one-sided tests say so, else INCONCLUSIVE with the runs
 * that would decide. Swapping the versions swaps the verdicts.
 */
public final class StatisticalRule implements MetricRule {

    /*
     * Refuted at a false discovery rate over all metrics of all cells of the comparison (Benjamini
     * and Hochberg 1995). Regressions and improvements are two families of one-sided hypotheses,
     * each with its own rate. Equivalence raises no alarm, so each is tested at the plain level.
     * Where the environment of a hardware changed, its cells are judged by what is left when that
     * is taken off.
     */

    private final StatisticalSettings settings;
    private final StudentTable quantiles;
    private final RunsNeeded runsNeeded;

    public StatisticalRule(StatisticalSettings settings) {
        this.settings = settings;
        this.quantiles = new StudentTable(settings.level());
        this.runsNeeded = new RunsNeeded(settings.level(), settings.power());
    }

    public static StatisticalRule standard() {
        return new StatisticalRule(StatisticalSettings.STANDARD);
    }

    @Override
    public List<CompatibilityChange> judge(List<MetricPair> pairs) {
        var shifts = EnvironmentShifts.of(pairs, settings);
        var differences = new ArrayList<ModeratedDifference>();
        pairs.forEach(pair -> differences.add(ModeratedDifference.of(pair, shifts.of(pair))));
        double[] worse = new double[pairs.size()];
        double[] better = new double[pairs.size()];
        for (int i = 0; i < worse.length; i++) {
            double margin = settings.logMargin(pairs.get(i).metric().id());
            worse[i] = differences.get(i).pWorse(margin);
            better[i] = differences.get(i).pBetter(margin);
        }
        double worst = BenjaminiHochberg.threshold(worse, settings.level());
        double best = BenjaminiHochberg.threshold(better, settings.level());
        var changes = new ArrayList<>(shifts.changes());
        for (int i = 0; i < worse.length; i++) {
            var told = told(worse[i] <= worst, better[i] <= best);
            changes.add(change(pairs.get(i), differences.get(i), told, worse[i], shifts));
        }
        return changes;
    }

    private static Verdict told(boolean regressed, boolean improved) {
        if (regressed) {
            return Verdict.REGRESSED;
        }
        return improved ? Verdict.IMPROVED : Verdict.INCONCLUSIVE;
    }

    private CompatibilityChange change(
            MetricPair pair,
            ModeratedDifference difference,
            Verdict told,
            double pWorse,
            EnvironmentShifts shifts) {
        double margin = settings.logMargin(pair.metric().id());
        var verdict = told;
        if (told == Verdict.INCONCLUSIVE && difference.isWithin(margin, quantiles)) {
            verdict = Verdict.EQUIVALENT;
        }
        int needed = 0;
        if (verdict == Verdict.INCONCLUSIVE) {
            int measured = StrictMath.min(pair.before().runs(), pair.after().runs());
            needed = StrictMath.max(measured + 1, difference.runsNeeded(runsNeeded, margin));
        }
        var evidence = evidence(pair, difference, needed, shifts.of(pair));
        var finding = pair.finding(verdict, pWorse, needed, evidence);
        return pair.place().change(finding.withSeverity(severity(verdict, difference)));
    }

    private static CompatibilityChange.Severity severity(
            Verdict verdict, ModeratedDifference difference) {
        return Finding.severity(verdict, StrictMath.exp(difference.delta()) - 1);
    }

    private String evidence(
            MetricPair pair, ModeratedDifference difference, int needed, double shift) {
        double half = difference.halfWidth(quantiles);
        var text = new StringBuilder(Percent.change(difference.delta()));
        if (shift != 0) {
            text.append(" beyond the environment's ").append(Percent.change(shift));
        }
        text.append(", between ").append(Percent.change(difference.delta() - half));
        text.append(" and ").append(Percent.change(difference.delta() + half));
        text.append("; margin ").append(Percent.change(settings.logMargin(pair.metric().id())));
        if (needed > 0) {
            text.append("; about ").append(needed).append(" runs on each side would decide");
        } else if (StrictMath.min(pair.before().runs(), pair.after().runs()) == 1) {
            text.append("; a single run on one side, which a second should confirm");
        }
        return text.toString();
    }
}
