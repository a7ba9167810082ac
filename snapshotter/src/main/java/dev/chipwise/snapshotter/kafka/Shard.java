package dev.chipwise.snapshotter.kafka;

/**
 * Which share of the partitions a sink keeps: those whose number leaves {@code index} when divided
 * by {@code count}.
 */
public record Shard(int index, int count) {

    public static final Shard WHOLE = new Shard(0, 1);

    public Shard {
        if (count < 1 || index < 0 || index >= count) {
            throw new IllegalArgumentException(
                    "a shard is written i/n with 0 <= i < n, not " + index + "/" + count);
        }
    }

    /** The shard written {@code i/n}. */
    public static Shard parse(String text) {
        var parts = text.split("/", -1);
        try {
            if (parts.length == 2) {
                return new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "a shard is written i/n, such as 0/2, not " + text, e);
        }
        throw new IllegalArgumentException("a shard is written i/n, such as 0/2, not " + text);
    }

    boolean keeps(int partition) {
        return partition % count == index;
    }
}
