package dev.chipwise.deploy.cli;

import dev.chipwise.deploy.broker.BrokerStartException;
import dev.chipwise.ingest.cli.NotReachableException;
import dev.chipwise.ingest.publish.Undelivered;
import dev.chipwise.schemas.kafka.ClusterUnreachable;
import dev.chipwise.snapshotter.cli.NothingFound;
import dev.chipwise.snapshotter.duckdb.SqlRefused;
import dev.chipwise.snapshotter.kafka.ProgressLostException;
import dev.chipwise.snapshotter.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Turns what went wrong into one sentence for a person and an exit code for a script, in this one
 * place.
 */
final class FailureMessages implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult arguments) {
        int code = code(failure);
        command.getErr().println("chipwise: " + sentence(failure, code));
        if (code == ExitCode.SOFTWARE_ERROR && System.getProperty("chipwise.trace") != null) {
            failure.printStackTrace(command.getErr());
        }
        return code;
    }

    private static int code(Exception failure) {
        if (failure instanceof UsageException
                || failure instanceof IllegalArgumentException
                || failure instanceof SqlRefused) {
            return ExitCode.USAGE;
        }
        if (failure instanceof NotReachableException
                || failure instanceof ClusterUnreachable
                || failure instanceof StoreException
                || failure instanceof Undelivered
                || failure instanceof BrokerStartException) {
            return ExitCode.NOT_REACHABLE;
        }
        return failure instanceof NothingFound
                ? ExitCode.NOTHING_TO_COMPARE
                : ExitCode.SOFTWARE_ERROR;
    }

    private static String sentence(Exception failure, int code) {
        boolean explained =
                code != ExitCode.SOFTWARE_ERROR
                        || failure instanceof IllegalStateException
                        || failure instanceof ProgressLostException
                        || failure instanceof UncheckedIOException
                        || failure instanceof IOException;
        return explained
                ? failure.getMessage()
                : failure
                        + " (a defect of chipwise: run it again with JAVA_TOOL_OPTIONS=-Dchipwise.trace and report it)";
    }
}
