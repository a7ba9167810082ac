package dev.chipwise.deploy.bench;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Events whose effect has not been seen. An answer covers every event of its key up to its newest
 * one, since answers are coalesced. Safe for use by many threads.
 */
public final class Awaited {

    private final Map<String, Deque<Instant>> byKey = new HashMap<>();
    private int size;

    /** An event is on its way; a key's events are expected in order of time. */
    public synchronized void add(String key, Instant occurred) {
        byKey.computeIfAbsent(key, any -> new ArrayDeque<>()).add(occurred);
        size++;
    }

    /** Whether an event of this key is not covered. */
    public synchronized boolean has(String key) {
        var waiting = byKey.get(key);
        return waiting != null && !waiting.isEmpty();
    }

    /** The events that an answer covers which no answer covered before. */
    public synchronized List<Instant> covered(String key, Instant newest) {
        var waiting = byKey.getOrDefault(key, new ArrayDeque<>());
        var covered = new ArrayList<Instant>();
        while (!waiting.isEmpty() && !waiting.peek().isAfter(newest)) {
            covered.add(waiting.poll());
        }
        size -= covered.size();
        return covered;
    }

    /** How many are not covered. */
    public synchronized int size() {
        return size;
    }
}
