package dev.chipwise.schemas.domain;

/**
 * What the model was asked to do. Every part is identity: only equal workloads are compared.
 *
 * @param task {@code inference} or {@code training}
 * @param testCase the named case, or the component of a model in several parts
 * @param inputShape such as {@code 1x3x224x224}, or null
 * @param sequenceLength in tokens, or null
 */
public record Workload(String task, String testCase, String inputShape, Integer sequenceLength) {

    public static final String INFERENCE = "inference";
    public static final String TRAINING = "training";

    /** Canonical text of the identity; trailing absent parts are left out. */
    public String id() {
        return Key.path(
                task,
                testCase,
                inputShape,
                sequenceLength == null ? null : sequenceLength.toString());
    }
}
