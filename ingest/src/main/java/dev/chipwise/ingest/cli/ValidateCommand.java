package dev.chipwise.ingest.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the results in files by the rules of publishing; needs no broker. */
@Command(
        name = "validate",
        description = "Checks results in files without publishing them; needs no broker.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all valid", "2:wrong usage", "4:some invalid, or no record at all"})
final class ValidateCommand implements Callable<Integer> {

    /** What being accepted is called where nothing is published. */
    static final String VALID = "valid";

    @Mixin private ImportOptions options;

    @Mixin private ReportOptions reports;

    @Spec private CommandSpec spec;

    private final Neighbours neighbours;

    ValidateCommand(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Override
    public Integer call() throws IOException {
        reports.check();
        var err = spec.commandLine().getErr();
        var imports = new FileImport(neighbours, err);
        var report = imports.run(options, neighbours.publishers()::dry, VALID);
        report.printRejections(err);
        spec.commandLine().getOut().println(report.summary(VALID));
        reports.write(report, VALID, neighbours.workplace(), err);
        return ExitCodes.of(report);
    }
}
