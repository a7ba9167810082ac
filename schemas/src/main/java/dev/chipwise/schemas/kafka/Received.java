package dev.chipwise.schemas.kafka;

import java.util.Arrays;

/**
 * A decoded value together with the bytes it was read from, for whoever has to pass it on
 * untouched.
 */
public record Received<T>(T event, byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Received<?> that
                && event.equals(that.event)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
