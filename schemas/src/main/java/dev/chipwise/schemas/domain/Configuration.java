package dev.chipwise.schemas.domain;

/**
 * How the model was run on the hardware.
 *
 * <p>The runtime's version is recorded but is not identity, so that two model versions stay
 * comparable when the runtime moved between them; the other parts (null when not said) are.
 */
public record Configuration(
        String runtime,
        String runtimeVersion,
        String delegate,
        String precision,
        String quantization,
        int batchSize,
        Integer threads) {

    /** Canonical text of the identity; trailing absent parts are left out. */
    public String id() {
        return Key.path(
                runtime,
                precision,
                "b" + batchSize,
                delegate,
                quantization,
                threads == null ? null : threads.toString());
    }
}
