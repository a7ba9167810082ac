package dev.chipwise.snapshotter.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/**
 * A cell as a person reads it: numbers short, and every character that could drive a terminal or
 * turn the text around made visible.
 */
final class CellText {

    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final MathContext SEVEN_DIGITS = new MathContext(7);

    /** Controls, format characters such as a change of direction, line ends, half characters. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private CellText() {}

    static String of(Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Double || cell instanceof Float) {
            return shortNumber(((Number) cell).doubleValue());
        }
        return UNSAFE.matcher(cell.toString()).replaceAll("\uFFFD");
    }

    private static String shortNumber(double number) {
        if (!Double.isFinite(number) || number == 0) {
            return number == 0 ? "0" : Double.toString(number);
        }
        var digits = Math.abs(number) >= 1000 ? SEVEN_DIGITS : FOUR_DIGITS;
        var rounded = new BigDecimal(number).round(digits).stripTrailingZeros();
        boolean plain = Math.abs(number) >= 1e-6 && Math.abs(number) < 1e15;
        return plain ? rounded.toPlainString() : rounded.toString();
    }
}
