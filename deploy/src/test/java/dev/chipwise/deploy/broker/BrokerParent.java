package dev.chipwise.deploy.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;

/** A process that starts a {@link BrokerProcess}, prints its id and then waits to be killed. */
record BrokerParent(Process process, long brokerPid) {

    static BrokerParent start(Path directory) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                BrokerParent.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        return new BrokerParent(process, new Scanner(process.getInputStream()).nextLong());
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public static void main(String[] arguments) throws InterruptedException {
        var broker = BrokerProcess.start(Path.of(arguments[0]), 0, Duration.ofSeconds(60));
        System.out.println(broker.pid());
        new CountDownLatch(1).await();
    }
}
