package dev.chipwise.schemas.domain;

/**
 * The ML model that was measured; only the name identifies it, the rest (null when unknown)
 * describes it.
 */
public record Model(
        String name, String family, String task, String modality, Double parametersMillion) {

    public static Model named(String name) {
        return new Model(name, null, null, null, null);
    }
}
