package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.git.Workplace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How an import reports to the CI service it runs in, beside what it says to people. */
final class ReportOptions {

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description =
                    "Append a summary in Markdown to this file (default: $GITHUB_STEP_SUMMARY where"
                            + " that is set).")
    private Path summary;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Write JUnit XML: a test case per file, which fails with its rejections.")
    private Path junit;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Fails before anything is read where a report could not be written. */
    void check() {
        check("--summary", summary);
        check("--junit", junit);
    }

    /**
     * Writes what was asked for, and marks rejected records in the change they belong to.
     *
     * @param accepting what being accepted is called, such as "valid"
     */
    void write(ImportReport report, String accepting, Workplace workplace, PrintWriter err) {
        try {
            writeFiles(report, accepting, workplace);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the records are done, but a report of them cannot be written: " + e, e);
        }
        if (workplace.variable("GITHUB_ACTIONS").isPresent()) {
            var annotations =
                    new Annotations(
                            Path.of("").toAbsolutePath(),
                            workplace.variable("GITHUB_WORKSPACE").map(Path::of).orElse(null));
            report.rejections().forEach(each -> err.println(annotations.of(each)));
        }
    }

    private void writeFiles(ImportReport report, String accepting, Workplace workplace)
            throws IOException {
        var markdown =
                summary == null
                        ? workplace.variable("GITHUB_STEP_SUMMARY").map(Path::of).orElse(null)
                        : summary;
        if (markdown != null) {
            var text = new MarkdownSummary(command.name(), accepting, workplace.run()).of(report);
            Files.writeString(
                    markdown,
                    text,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        if (junit != null) {
            Files.writeString(
                    junit, new JunitReport("chipwise " + command.name(), accepting).of(report));
        }
    }

    private void check(String option, Path file) {
        if (file == null) {
            return;
        }
        var folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || !Files.isDirectory(folder)) {
            throw new ParameterException(
                    command.commandLine(),
                    option
                            + " "
                            + file
                            + " cannot be written; name a file in a folder that is there");
        }
    }
}
