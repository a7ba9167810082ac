package dev.chipwise.ingest.http;

import java.time.Duration;
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

    private void lookLater(Connection connection, long begun) {
        scheduler.schedule(
                () -> look(connection, begun), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(Connection connection, long begun) {
        if (!connection.getEndPoint().isOpen()) {
            return;
        }
        long now = connection.getMessagesIn();
        if (now == begun && connection.getMessagesOut() == now) {
            connection.getEndPoint().close();
        } else {
            lookLater(connection, now);
        }
    }
}
