package dev.chipwise.deploy.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;

/** A process that owns a data directory and says so, until it is killed. */
record LockHolder(Process process) implements AutoCloseable {

    /** Returns when it owns the directory. */
    static LockHolder start(Path directory) throws IOException {
        var holder = new LockHolder(process(directory));
        holder.said();
        return holder;
    }

    /** What another process says that tries to own the directory: "owner" or "refused". */
    static String tryToOwn(Path directory) throws IOException {
        try (var holder = new LockHolder(process(directory))) {
            return holder.said();
        }
    }

    private String said() {
        return new Scanner(process.getInputStream(), StandardCharsets.UTF_8).nextLine();
    }

    private static Process process(Path directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public static void main(String[] arguments) throws InterruptedException {
        var directory = new DataDirectory(Path.of(arguments[0]));
        try (var ownership = RunningUp.own(directory)) {
            RunningUp.here("broker:9092", 8123).write(directory);
            System.out.println(ownership == null ? "nobody" : "owner");
            new CountDownLatch(1).await();
        } catch (UsageException refused) {
            System.out.println("refused");
        }
    }
}
