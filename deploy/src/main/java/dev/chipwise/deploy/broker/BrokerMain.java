package dev.chipwise.deploy.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The child's side of {@link BrokerProcess}: runs one broker until standard input ends, which it
 * does when the parent closes it and also when the parent dies.
 */
final class BrokerMain {

    private static final int PARENT_STOPS_WITHIN_SECONDS = 30;

    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException {
        var directory = Path.of(arguments[0]);
        var port = Integer.parseInt(arguments[1]);
        var stopped = new CountDownLatch(1);
        try (var broker = EmbeddedBroker.start(directory, port)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker, stopped)));
            System.out.println(broker.bootstrapServers());
            awaitEndOfInput();
        } catch (BrokerStartException e) {
            System.out.println(BrokerProcess.REFUSED + e.getMessage());
        }
        stopped.countDown();
        // The broker's threads are not daemons: without this a failed start would linger.
        System.exit(0);
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // Whatever the parent says means: go on.
        }
    }

    /**
     * A ^C reaches parent and child at once, and the parent still needs the broker to stop well.
     */
    private static void stop(EmbeddedBroker broker, CountDownLatch stopped) {
        try {
            if (!stopped.await(PARENT_STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                broker.close();
            }
        } catch (InterruptedException e) {
            broker.close();
        }
    }
}
