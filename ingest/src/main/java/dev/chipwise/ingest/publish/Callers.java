package dev.chipwise.ingest.publish;

import dev.chipwise.ingest.publish.Acknowledgement.Refused;
import dev.chipwise.ingest.publish.Acknowledgement.Spooled;
import dev.chipwise.ingest.publish.spool.Mark;
import dev.chipwise.schemas.domain.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Who waits to hear what became of an event in the spool; each is told once. For many threads. */
final class Callers {

    private final Tally tally;
    private final ConcurrentSkipListMap<Mark, Caller> waiting = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<Unheard> unheard = new ConcurrentLinkedQueue<>();
    private final AtomicLong acceptedLater = new AtomicLong();
    private final AtomicLong refusedLater = new AtomicLong();

    Callers(Tally tally) {
        this.tally = tally;
    }

    private record Caller(String eventId, CompletableFuture<Acknowledgement> stage) {}

    /**
     * An event that was refused when nobody waited for it any more.
     *
     * @param end the place behind its entry
     */
    record Unheard(Mark end, Event event, Refused refused) {

        String sentence() {
            return "rejected "
                    + refused.eventId()
                    + " from the spool: "
                    + refused.reason().code()
                    + ": "
                    + refused.detail();
        }
    }

    /**
     * @param end the place behind the event's entry
     */
    CompletionStage<Acknowledgement> await(Mark end, String eventId) {
        var caller = new Caller(eventId, new CompletableFuture<>());
        waiting.put(end, caller);
        return caller.stage().minimalCompletionStage();
    }

    boolean areWaiting() {
        return !waiting.isEmpty();
    }

    void tell(Mark end, Event event, Acknowledgement said) {
        var caller = waiting.remove(end);
        if (caller != null) {
            tally.acknowledged(said);
            caller.stage().complete(said);
        } else if (said instanceof Refused refused) {
            refusedLater.incrementAndGet();
            unheard.add(new Unheard(end, event, refused));
        } else {
            acceptedLater.incrementAndGet();
        }
    }

    /** Tells everybody who still waits that the event is on disk. */
    void tellSpooled() {
        for (var end : waiting.keySet()) {
            var caller = waiting.remove(end);
            if (caller != null) {
                var spooled = new Spooled(caller.eventId());
                tally.acknowledged(spooled);
                caller.stage().complete(spooled);
            }
        }
    }

    long acceptedLater() {
        return acceptedLater.get();
    }

    long refusedLater() {
        return refusedLater.get();
    }

    List<Unheard> takeUnheard() {
        var taken = new ArrayList<Unheard>();
        for (var next = unheard.poll(); next != null; next = unheard.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
