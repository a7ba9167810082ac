package dev.chipwise.deploy.chaos;

import dev.chipwise.schemas.kafka.Cluster;
import dev.chipwise.schemas.kafka.ClusterAdmin;
import dev.chipwise.schemas.kafka.ClusterUnreachable;
import dev.chipwise.schemas.kafka.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What a running pipeline takes and how far it is behind, read from outside of it. */
record Vitals(Path directory) {

    private static final double MIB = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Resident memory of a process and its children, in MiB, as Linux tells it. */
    static double residentMiB(ProcessHandle process) throws IOException {
        double sum = 0;
        for (var each : Stream.concat(Stream.of(process), process.descendants()).toList()) {
            sum += residentKiB(each.pid()) / 1024.0;
        }
        return sum;
    }

    /** Size of a directory below the data directory, in MiB. */
    double sizeMiB(String name) throws IOException {
        double bytes = 0;
        try (var files = Files.walk(directory.resolve(name))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        } catch (NoSuchFileException | UncheckedIOException goneMeanwhile) {
            return bytes / MIB;
        }
        return bytes / MIB;
    }

    /** Records that the sink has not stored yet; empty while the broker is away. */
    static OptionalDouble lag(String broker) {
        var topics = Topics.withDefaultPrefix();
        try (var admin = new ClusterAdmin(Cluster.at(broker), PATIENCE)) {
            return OptionalDouble.of(admin.lag(topics.applicationId("sink"), topics.all()));
        } catch (ClusterUnreachable away) {
            return OptionalDouble.empty();
        }
    }

    private static long residentKiB(long pid) throws IOException {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (Files.notExists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (NoSuchFileException goneMeanwhile) {
            return 0;
        }
    }
}
