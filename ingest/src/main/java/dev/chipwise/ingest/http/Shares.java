package dev.chipwise.ingest.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests of each sender are under way, so that a slow one leaves room for others. */
final class Shares {

    private final int most;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    /**
     * @param most of one sender at once
     */
    Shares(int most) {
        this.most = most;
    }

    /** Counts one more; false where the sender has all that it may. */
    boolean take(String sender) {
        var isTaken = new boolean[1];
        taken.compute(
                sender,
                (key, count) -> {
                    int before = count == null ? 0 : count;
                    isTaken[0] = before < most;
                    return isTaken[0] ? before + 1 : count;
                });
        return isTaken[0];
    }

    void giveBack(String sender) {
        taken.computeIfPresent(sender, (key, count) -> count == 1 ? null : count - 1);
    }
}
