package dev.chipwise.scorer.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How numbers read in reasons: few digits, a decimal point, the same on every machine. */
final class Wording {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Wording() {}

    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        return new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }

    /** A ratio as the change it means: {@code 1.25} is {@code +25 %}. */
    static String change(double ratio) {
        var percent = new BigDecimal((ratio - 1) * 100).setScale(1, RoundingMode.HALF_EVEN);
        return (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + " %";
    }
}
