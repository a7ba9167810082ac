package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.ingest.publish.SpoolingPublisher;
import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.ingest.publish.spool.Spool;
import dev.chipwise.ingest.publish.spool.SpoolInUse;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which spool to publish over, where there is one. */
final class SpoolOption {

    @Option(
            names = "--spool",
            paramLabel = "DIR",
            description =
                    "Directory that keeps what broker or gateway do not take now; what lies there"
                            + " goes first.")
    private Path directory;

    @Option(
            names = "--spool-limit",
            paramLabel = "MIB",
            defaultValue = "1024",
            description = "The most that a spool takes on disk (default: ${DEFAULT-VALUE} MiB).")
    private long limitMib;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    boolean isGiven() {
        return directory != null;
    }

    /** The directory, which has to be said. */
    Path directory() {
        if (directory == null) {
            throw new ParameterException(
                    command.commandLine(), "say which spool: --spool DIR, or CHIPWISE_SPOOL");
        }
        return directory;
    }

    /**
     * A publisher over the spool.
     *
     * @throws Undelivered when another owns the spool
     */
    SpoolingPublisher open(Publishers publishers, Supplier<Publisher> target) {
        if (limitMib < 1 || limitMib > Long.MAX_VALUE >> 20) {
            throw new ParameterException(
                    command.commandLine(),
                    "--spool-limit is a number of MiB from 1 on, not " + limitMib);
        }
        return publishers.spooling(opened(), target);
    }

    private Spool opened() {
        try {
            return Spool.open(directory(), limitMib << 20);
        } catch (SpoolInUse e) {
            throw new Undelivered(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw new ParameterException(
                    command.commandLine(),
                    e.getMessage() + "; name a directory that can be made and written with --spool",
                    e);
        }
    }

    /** Says what was found in the spool, what came out of it and what stays there. */
    void report(SpoolingPublisher publisher, boolean quiet, PrintWriter err) {
        publisher.findings().forEach(err::println);
        if (publisher.acceptedLater() > 0 && !quiet) {
            err.println(publisher.acceptedLater() + " accepted that had been in the spool");
        }
        if (publisher.waiting() > 0) {
            err.println(
                    publisher.waiting()
                            + " in the spool "
                            + directory
                            + ": safe on this disk, not yet published"
                            + publisher.whyAway().map(why -> " (" + why + ")").orElse(""));
            err.println("'chipwise spool flush --spool " + directory + "' publishes them later");
        }
    }
}
