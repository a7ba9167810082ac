package dev.chipwise.ingest.publish;

import dev.chipwise.ingest.publish.spool.Mark;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What was sent from a spool over one connection and how far it is settled without a gap, in
 * whatever order acknowledgements come. For many threads.
 */
final class Outstanding {

    private final Deque<Mark> sent = new ArrayDeque<>();
    private final Set<Mark> early;
    private Mark until;
    private long settled;
    private Undelivered failure;

    private Outstanding(Mark from, long settled, Set<Mark> early) {
        this.until = from;
        this.settled = settled;
        this.early = new HashSet<>(early);
    }

    /**
     * @param from the place before what will be sent first
     */
    static Outstanding from(Mark from) {
        return new Outstanding(from, 0, Set.of());
    }

    /** For another connection, which need not send what this one has settled behind a gap. */
    synchronized Outstanding again() {
        return new Outstanding(until, settled, early);
    }

    /** Up to a place, so many entries more than told before are settled. */
    record Settled(Mark until, long entries) {}

    /** The place up to which all is settled. */
    synchronized Mark until() {
        return until;
    }

    synchronized boolean isSettled(Mark end) {
        return early.contains(end);
    }

    synchronized void sent(Mark end) {
        sent.add(end);
        moveOn();
    }

    synchronized void settled(Mark end) {
        early.add(end);
        moveOn();
    }

    /** The first failure counts. */
    synchronized void failed(Undelivered why) {
        failure = failure == null ? why : failure;
    }

    synchronized Optional<Undelivered> failure() {
        return Optional.ofNullable(failure);
    }

    synchronized Settled take() {
        var taken = new Settled(until, settled);
        settled = 0;
        return taken;
    }

    private void moveOn() {
        while (!sent.isEmpty() && early.remove(sent.peek())) {
            until = sent.poll();
            settled++;
        }
    }
}
