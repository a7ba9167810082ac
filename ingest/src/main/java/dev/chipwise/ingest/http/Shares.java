package dev.chipwise.ingest.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests of each sender are handled at once, so that a slow one leaves room for others.
 * Who has all that it may waits a moment for one of them to end.
 */
final class Shares {

    private final int most;
    private final Duration moment;
    private final Map<String, Share> shares = new ConcurrentHashMap<>();

    /** A sender's places, there for as long as anybody has or awaits one. */
    private record Share(RequestPlaces places, int users) {

        Share with(int more) {
            return new Share(places, users + more);
        }
    }

    /**
     * @param most of one sender at once
     */
    Shares(int most, Duration moment) {
        this.most = most;
        this.moment = moment;
    }

    /** Counts one more; false where the sender has all that it may and none ended in time. */
    boolean take(String sender) {
        var share = shares.compute(sender, (key, there) -> joined(there));
        boolean isTaken = share.places().take();
        if (!isTaken) {
            leave(sender);
        }
        return isTaken;
    }

    void giveBack(String sender) {
        shares.get(sender).places().giveBack();
        leave(sender);
    }

    private Share joined(Share there) {
        return there == null ? new Share(new RequestPlaces(most, moment), 1) : there.with(1);
    }

    private void leave(String sender) {
        shares.computeIfPresent(sender, (key, there) -> there.users() == 1 ? null : there.with(-1));
    }
}
