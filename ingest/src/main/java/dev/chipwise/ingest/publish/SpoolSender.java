package dev.chipwise.ingest.publish;

import dev.chipwise.ingest.publish.spool.Mark;
import dev.chipwise.ingest.publish.spool.Spool;
import dev.chipwise.schemas.avro.Codec;
import dev.chipwise.schemas.avro.Codecs;
import dev.chipwise.schemas.avro.UnreadableRecord;
import dev.chipwise.schemas.domain.Event;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends the entries of a spool in order, over one connection after the other, and takes out of it
 * what is acknowledged. For one thread at a time.
 */
final class SpoolSender implements AutoCloseable {

    private static final Codec<Event> CODEC = Codecs.event();

    /** Entries between two looks at how much is settled. */
    private static final int MANY = 1_000;

    private final Spool spool;
    private final Supplier<Publisher> target;
    private final RetryPause pause;
    private final Callers callers;
    private Publisher connection;
    private Outstanding outstanding;
    private Mark sent;
    private long calls;
    private Undelivered away;

    SpoolSender(Spool spool, Supplier<Publisher> target, RetryPause pause, Callers callers) {
        this.spool = spool;
        this.target = target;
        this.pause = pause;
        this.callers = callers;
        this.sent = spool.settled();
        this.outstanding = Outstanding.from(sent);
    }

    Optional<Undelivered> whyAway() {
        return Optional.ofNullable(away);
    }

    /** Makes a connection where there is none, unless the last try is too short ago. */
    void connect() {
        if (connection != null || !pause.isOver()) {
            return;
        }
        try {
            connection = target.get();
            away = null;
        } catch (Undelivered e) {
            leave(e);
        }
    }

    boolean isAway() {
        return connection == null;
    }

    boolean hasSentAll() {
        return sent.equals(spool.end());
    }

    /** Sends every entry that was not sent, if anybody is there. */
    void sendWaiting() {
        if (connection != null) {
            spool.read(sent, this::sendEntry);
            outstanding.failure().ifPresent(this::leave);
        }
    }

    /** Sends the entry that comes next, if anybody is there. */
    void send(Mark end, Event event) {
        if (connection != null) {
            hand(end, event);
            outstanding.failure().ifPresent(this::leave);
        }
    }

    private boolean sendEntry(Mark end, byte[] bytes) {
        if (outstanding.isSettled(end)) {
            return pass(end);
        }
        Event event;
        try {
            event = CODEC.decode(bytes);
        } catch (UnreadableRecord e) {
            spool.setAside(end, bytes, "unreadable", e.getMessage());
            outstanding.settled(end);
            return pass(end);
        }
        hand(end, event);
        if (++calls % MANY == 0) {
            settle();
        }
        return outstanding.failure().isEmpty();
    }

    private boolean pass(Mark end) {
        sent = end;
        outstanding.sent(end);
        return true;
    }

    private void hand(Mark end, Event event) {
        sent = end;
        var over = outstanding;
        over.sent(end);
        try {
            connection
                    .publish(event)
                    .whenComplete((said, error) -> settle(end, event, said, error, over));
        } catch (IllegalArgumentException wrongSetup) {
            over.failed(refusing(wrongSetup));
        }
    }

    private void settle(
            Mark end, Event event, Acknowledgement said, Throwable error, Outstanding over) {
        if (error == null) {
            callers.tell(end, event, said);
            over.settled(end);
        } else {
            over.failed(Undelivered.of(error));
        }
    }

    /** A gateway that wants another token is not there either: what was measured is kept for it. */
    private static Undelivered refusing(IllegalArgumentException wrongSetup) {
        return new Undelivered(wrongSetup.getMessage(), wrongSetup);
    }

    /** Sends what waits, if anybody is there, and returns when all of it is acknowledged or not. */
    void deliver() {
        connect();
        sendWaiting();
        if (connection == null) {
            return;
        }
        try {
            connection.flush();
        } catch (Undelivered e) {
            outstanding.failed(e);
        } catch (IllegalArgumentException wrongSetup) {
            outstanding.failed(refusing(wrongSetup));
        }
        settle();
        outstanding.failure().ifPresent(this::leave);
    }

    private void leave(Undelivered why) {
        away = why;
        pause.begin();
        if (connection != null) {
            disconnect();
        }
    }

    /** What was not acknowledged by now will be sent again over the next connection. */
    private void disconnect() {
        connection.close();
        connection = null;
        settle();
        outstanding = outstanding.again();
        sent = outstanding.until();
    }

    /** Takes out of the spool what is accepted, and sets aside what was refused unheard. */
    void settle() {
        var settled = outstanding.take();
        for (var unheard : callers.takeUnheard()) {
            spool.setAside(
                    unheard.end(),
                    CODEC.encode(unheard.event()),
                    unheard.refused().reason().code(),
                    unheard.sentence());
        }
        if (settled.entries() > 0) {
            spool.settle(settled.until(), settled.entries());
        }
    }

    @Override
    public void close() {
        if (connection == null) {
            return;
        }
        try {
            deliver();
        } finally {
            if (connection != null) {
                disconnect();
            }
        }
    }
}
