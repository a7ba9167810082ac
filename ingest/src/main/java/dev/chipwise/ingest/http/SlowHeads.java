package dev.chipwise.ingest.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which no request has begun for a while and none is being answered: one that
 * sends its head a byte at a time is never idle, and would keep its place for ever.
 */
final class SlowHeads implements Connection.Listener {

    private final Scheduler scheduler;
    private final Duration patience;

    /** The next look at each connection that is open. */
    private final Map<Connection, Scheduler.Task> looks = new ConcurrentHashMap<>();

    SlowHeads(Scheduler scheduler, Duration patience) {
        this.scheduler = scheduler;
        this.patience = patience;
    }

    @Override
    public void onOpened(Connection connection) {
        // What is inside the encryption is a connection of its own, and counts requests.
        if (!(connection instanceof SslConnection)) {
            lookLater(connection, connection.getMessagesIn());
        }
    }

    /** A look that is still due would keep the connection and its buffers in memory until then. */
    @Override
    public void onClosed(Connection connection) {
        var look = looks.remove(connection);
        if (look != null) {
            look.cancel();
        }
    }

    private void lookLater(Connection connection, long begun) {
        looks.put(
                connection,
                scheduler.schedule(
                        () -> look(connection, begun), patience.toMillis(), TimeUnit.MILLISECONDS));
        if (!connection.getEndPoint().isOpen()) {
            onClosed(connection); // it was closed meanwhile, when there was nothing to cancel
        }
    }

    private void look(Connection connection, long begun) {
        looks.remove(connection);
        long now = connection.getMessagesIn();
        if (now == begun && connection.getMessagesOut() == now) {
            connection.getEndPoint().close();
        } else {
            lookLater(connection, now);
        }
    }
}
