package dev.chipwise.schemas.domain;

/** A version of a model: the key of its compatibility snapshot. */
public record VersionKey(String model, String version) implements Comparable<VersionKey> {

    public String topicKey() {
        return Key.join(model, version);
    }

    @Override
    public int compareTo(VersionKey other) {
        return topicKey().compareTo(other.topicKey());
    }
}
