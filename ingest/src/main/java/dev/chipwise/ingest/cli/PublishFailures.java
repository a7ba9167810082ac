package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.schemas.kafka.ClusterUnreachable;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one sentence for a person and an exit code for a script. */
final class PublishFailures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult arguments) {
        int code = code(failure);
        boolean explained =
                code != ExitCode.SOFTWARE
                        || failure instanceof IOException
                        || failure instanceof UncheckedIOException;
        command.getErr()
                .println(
                        "chipwise-publish: "
                                + (explained
                                        ? failure.getMessage()
                                        : failure + " (a defect of chipwise: report it)"));
        if (!explained) {
            failure.printStackTrace(command.getErr());
        }
        return code;
    }

    private static int code(Exception failure) {
        if (failure instanceof IllegalArgumentException) {
            return ExitCode.USAGE;
        }
        boolean isAway = failure instanceof Undelivered || failure instanceof ClusterUnreachable;
        return isAway ? ExitCodes.NOT_REACHABLE : ExitCode.SOFTWARE;
    }
}
