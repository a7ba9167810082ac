package dev.chipwise.ingest.publish;

import dev.chipwise.ingest.publish.spool.Mark;
import dev.chipwise.ingest.publish.spool.Spool;
import dev.chipwise.schemas.avro.Codec;
import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.domain.Event;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Publishes over another publisher, and keeps on disk what that has not acknowledged. Every event
 * is in the spool before it is sent, and what lay there goes first, in order. While nobody is there
 * events are spooled, and it tries again with the first call after a pause.
 */
public final class SpoolingPublisher implements Publisher {

    private static final Codec<Event> CODEC = Codecs.event();

    /** Between two looks at how much is settled, and before what is kept is said to be. */
    private static final int MANY = 1_000;

    private static final String ADVICE =
            "; empty it with 'chipwise spool flush' when broker or gateway are back, or allow it"
                    + " more with --spool-limit";

    private final Spool spool;
    private final Admission admission;
    private final Tally tally = new Tally();
    private final Callers callers = new Callers(tally);
    private final SpoolSender sender;
    private long calls;
    private Undelivered lost;

    /**
     * Owns the spool from now on, and closes it.
     *
     * @param target makes a connection; throws {@link Undelivered} when there is nobody
     * @param admission what it refuses never enters the spool
     */
    public SpoolingPublisher(
            Spool spool, Supplier<Publisher> target, Admission admission, RetryPause pause) {
        this.spool = spool;
        this.admission = admission;
        this.sender = new SpoolSender(spool, target, pause, callers);
    }

    @Override
    public synchronized CompletionStage<Acknowledgement> publish(Event event) {
        tally.published();
        var refused = admission.refusal(event);
        if (refused.isPresent()) {
            tally.acknowledged(refused.get());
            return CompletableFuture.completedStage(refused.get());
        }
        var bytes = CODEC.encode(event);
        if (!spool.hasRoomFor(bytes)) {
            sender.deliver();
        }
        if (!spool.hasRoomFor(bytes)) {
            return lose("the spool " + spool.directory() + " is full" + ADVICE, null);
        }
        var stage = append(event, bytes);
        if (++calls % MANY == 0) {
            sender.settle();
            keepWhileAway();
        }
        return stage;
    }

    @Override
    public synchronized void flush() {
        sender.deliver();
        keep();
        var failure = lost;
        lost = null;
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public PublishCounts counts() {
        return tally.counts();
    }

    /** Entries of the spool that are neither accepted nor refused. */
    public synchronized long waiting() {
        return spool.waiting();
    }

    /** What was accepted that no caller waited for any more, because an earlier one spooled it. */
    public long acceptedLater() {
        return callers.acceptedLater();
    }

    /** Likewise what was refused; it is set aside, and {@link #findings} says why. */
    public long refusedLater() {
        return callers.refusedLater();
    }

    /** What of the spool was damaged or refused, a sentence each. */
    public synchronized List<String> findings() {
        return spool.findings();
    }

    /** Why nothing is sent now, if so. */
    public synchronized Optional<String> whyAway() {
        return sender.whyAway().map(Throwable::getMessage);
    }

    @Override
    public synchronized void close() {
        try (spool) {
            finish();
        }
    }

    private void finish() {
        try {
            sender.close();
        } finally {
            keep();
        }
    }

    private CompletionStage<Acknowledgement> append(Event event, byte[] bytes) {
        sender.connect();
        boolean isNext = sender.hasSentAll();
        Mark end;
        try {
            end = spool.append(bytes);
        } catch (IOException e) {
            return lose("cannot write to the spool " + spool.directory() + " (" + e + ")", e);
        }
        var stage = callers.await(end, event.envelope().eventId());
        if (isNext) {
            sender.send(end, event);
        } else {
            sender.sendWaiting();
        }
        return stage;
    }

    private CompletionStage<Acknowledgement> lose(String why, Throwable cause) {
        lost = new Undelivered(why + "; nothing that it holds is lost", cause);
        tally.undelivered();
        return CompletableFuture.failedStage(lost);
    }

    private void keepWhileAway() {
        if (sender.isAway()) {
            keep();
        }
    }

    private void keep() {
        if (callers.areWaiting()) {
            spool.sync();
            callers.tellSpooled();
        }
    }
}
