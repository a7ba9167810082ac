package dev.chipwise.ingest.fleet;

import java.util.Locale;

/** A number format that sample hardware computes in, and what one number of it weighs. */
enum Precision {
    FP32(4, 4),
    FP16(2, 2),
    INT8(1, 1),
    /** Weights in 4 bits; activations stay in 8. */
    INT4(0.5, 1);

    private final double weightBytes;
    private final double activationBytes;

    Precision(double weightBytes, double activationBytes) {
        this.weightBytes = weightBytes;
        this.activationBytes = activationBytes;
    }

    static Precision of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Bytes of one parameter. */
    double weightBytes() {
        return weightBytes;
    }

    /** Bytes of one activation. */
    double activationBytes() {
        return activationBytes;
    }
}
