package dev.chipwise.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.Test;

class SlowHeadsTest {

    private final Planned planned = new Planned();
    private final SlowHeads slowHeads = new SlowHeads(planned, Duration.ofSeconds(60));
    private final Connection connection = new Silent();

    /** What is to be done later; time does not go on by itself. */
    private static final class Planned extends AbstractLifeCycle implements Scheduler {

        private final List<Runnable> tasks = new ArrayList<>();

        @Override
        public Task schedule(Runnable task, long delay, TimeUnit unit) {
            tasks.add(task);
            return () -> tasks.remove(task);
        }

        void timeGoesOn() {
            var due = List.copyOf(tasks);
            tasks.clear();
            due.forEach(Runnable::run);
        }
    }

    /** A connection on which nothing is ever asked. */
    private static final class Silent extends AbstractConnection {

        Silent() {
            super(new ByteArrayEndPoint(), Runnable::run);
        }

        @Override
        public void onFillable() {}
    }

    @Test
    void aConnectionOnWhichNoRequestBeginsIsClosed() {
        slowHeads.onOpened(connection);

        planned.timeGoesOn();

        assertThat(connection.getEndPoint().isOpen()).isFalse();
    }

    @Test
    void aConnectionThatIsClosedIsNotKeptInMemory() {
        slowHeads.onOpened(connection);

        slowHeads.onClosed(connection);

        assertThat(planned.tasks).isEmpty();
    }

    @Test
    void aConnectionThatIsClosedBeforeItIsLookedAtIsNotKeptEither() {
        connection.getEndPoint().close();

        slowHeads.onOpened(connection);

        assertThat(planned.tasks).isEmpty();
    }
}
