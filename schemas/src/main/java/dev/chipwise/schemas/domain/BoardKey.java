package dev.chipwise.schemas.domain;

/** A board, where hardware competes: a model version under one workload ({@link Workload#id()}). */
public record BoardKey(String model, String version, String workload)
        implements Comparable<BoardKey> {

    public VersionKey versionKey() {
        return new VersionKey(model, version);
    }

    public String topicKey() {
        return Key.join(model, version, workload);
    }

    /** The key of this board's score of one hardware. */
    public String hardwareKey(String hardwareId) {
        return Key.join(model, version, workload, hardwareId);
    }

    /** The key of this board's recommendation under one profile. */
    public String profileKey(String profile) {
        return Key.join(model, version, workload, profile);
    }

    @Override
    public int compareTo(BoardKey other) {
        return topicKey().compareTo(other.topicKey());
    }
}
