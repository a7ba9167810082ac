package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Metric;
import dev.chipwise.schemas.domain.ScoringProfile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Says in one sentence why two profiles differ over two hardware: what decides under each, and its
 * physical cause.
 */
final class Explanation {

    private final ScoringProfile one;
    private final ScoringProfile other;
    private final Catalog catalog;

    Explanation(ScoringProfile one, ScoringProfile other, Catalog catalog) {
        this.one = one;
        this.other = other;
        this.catalog = catalog;
    }

    /** {@code first} is preferred by the one profile, {@code second} by the other. */
    String of(Contender first, Contender second, List<Contender> ones, List<Contender> others) {
        var secondUnderOne = sameHardware(second, ones);
        var firstUnderOther = sameHardware(first, others);
        return half(one, first, secondUnderOne) + "; " + half(other, second, firstUnderOther) + ".";
    }

    private String half(ScoringProfile profile, Contender winner, Contender loser) {
        var metric = decisive(profile, winner, loser);
        return profile.id()
                + " prefers "
                + winner.name()
                + " to "
                + loser.name()
                + " for its "
                + metric.criterion().replace('_', ' ')
                + " of "
                + digits(winner.expected().value(metric.id()))
                + " "
                + metric.unit()
                + " against "
                + digits(loser.expected().value(metric.id()))
                + ", because "
                + cause(metric, winner, loser);
    }

    /** The metric that adds most to the winner's lead. */
    private Metric decisive(ScoringProfile profile, Contender winner, Contender loser) {
        Metric decisive = null;
        double most = Double.NEGATIVE_INFINITY;
        for (var weight : profile.weights().entrySet()) {
            var metric = catalog.metric(weight.getKey()).orElseThrow();
            double lead =
                    weight.getValue()
                            * (metric.logCost(loser.expected().value(metric.id()))
                                    - metric.logCost(winner.expected().value(metric.id())));
            if (lead > most) {
                most = lead;
                decisive = metric;
            }
        }
        return decisive;
    }

    private static String cause(Metric metric, Contender winner, Contender loser) {
        return switch (metric.family()) {
            case "energy", "power" ->
                    "it draws " + watts(winner) + " W and the other " + watts(loser) + " W";
            case "memory" ->
                    "its runtime takes "
                            + overhead(winner)
                            + " MB before any model and the other's "
                            + overhead(loser)
                            + " MB";
            default -> "it " + pace(winner) + " and the other " + pace(loser);
        };
    }

    /** What sets the pace, memory or arithmetic. */
    private static String pace(Contender contender) {
        var processor = contender.cell().processor();
        if (contender.expected().memoryBound()) {
            return "waits for memory at " + digits(processor.bandwidthGbPerS()) + " GB/s";
        }
        var precision = contender.cell().precision();
        return "computes at "
                + digits(processor.rates().get(precision) / 1000)
                + " TFLOP/s in "
                + precision.id();
    }

    private static String overhead(Contender contender) {
        return digits(contender.cell().processor().overheadMb());
    }

    private static String watts(Contender contender) {
        return digits(contender.expected().watts());
    }

    private static Contender sameHardware(Contender contender, List<Contender> among) {
        return among.stream()
                .filter(candidate -> candidate.hardwareId().equals(contender.hardwareId()))
                .findFirst()
                .orElseThrow();
    }

    /** Three digits, which is what a person compares. */
    private static String digits(double value) {
        return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
    }
}
