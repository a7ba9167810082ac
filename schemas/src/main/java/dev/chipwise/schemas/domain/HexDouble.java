package dev.chipwise.schemas.domain;

/**
 * Writes doubles in hexadecimal exactly as {@link Double#toHexString} does, at a fraction of its
 * cost: that one runs regular expressions.
 */
final class HexDouble {

    private static final int FRACTION_BITS = 52;
    private static final int DIGIT_BITS = 4;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;

    private HexDouble() {}

    static void write(double number, StringBuilder text) {
        if (!Double.isFinite(number)) {
            text.append(number);
            return;
        }
        long bits = Double.doubleToRawLongBits(number);
        if (bits < 0) {
            text.append('-');
        }
        int exponent = Math.getExponent(number);
        boolean normal = exponent >= Double.MIN_EXPONENT;
        text.append(normal ? "0x1." : "0x0.");
        writeFraction(bits & FRACTION, text);
        text.append('p').append(normal ? exponent : number == 0 ? 0 : Double.MIN_EXPONENT);
    }

    private static void writeFraction(long fraction, StringBuilder text) {
        long rest = fraction;
        do {
            text.append(Character.forDigit((int) (rest >>> (FRACTION_BITS - DIGIT_BITS)), 16));
            rest = (rest << DIGIT_BITS) & FRACTION;
        } while (rest != 0);
    }
}
