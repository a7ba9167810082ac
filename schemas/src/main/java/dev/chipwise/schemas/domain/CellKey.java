package dev.chipwise.schemas.domain;

/**
 * A cell, the smallest thing with statistics of its own: one configuration ({@link
 * Configuration#id()}) of one hardware on a board.
 */
public record CellKey(BoardKey board, String hardware, String configuration)
        implements Comparable<CellKey> {

    public String topicKey() {
        return Key.join(board.model(), board.version(), board.workload(), hardware, configuration);
    }

    public static CellKey parse(String topicKey) {
        var parts = Key.split(topicKey);
        return new CellKey(
                new BoardKey(parts.get(0), parts.get(1), parts.get(2)), parts.get(3), parts.get(4));
    }

    @Override
    public int compareTo(CellKey other) {
        return topicKey().compareTo(other.topicKey());
    }
}
