package dev.chipwise.snapshotter.cli;

import dev.chipwise.snapshotter.report.OutputFormat;
import dev.chipwise.snapshotter.report.Report;
import dev.chipwise.snapshotter.report.Table;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;

/**
 * A command that was run as from a terminal.
 *
 * @param code the exit code when the command itself decides it
 * @param failure what was thrown, or null
 * @param usage what picocli said of the arguments
 */
record Asked(int code, List<Report> answers, List<String> hints, Exception failure, String usage) {

    /** Makes the command with the two places that it may talk to. */
    interface Recipe {
        Object command(Consumer<Report> out, Consumer<String> hints);
    }

    static Asked of(Recipe recipe, String... arguments) {
        var answers = new ArrayList<Report>();
        var hints = new ArrayList<String>();
        var failures = new ArrayList<Exception>();
        var usage = new StringWriter();
        int code =
                new CommandLine(recipe.command(answers::add, hints::add))
                        .setErr(new PrintWriter(usage, true))
                        .setExecutionExceptionHandler(
                                (failure, command, parsed) -> {
                                    failures.add(failure);
                                    return 1;
                                })
                        .execute(arguments);
        return new Asked(
                code,
                answers,
                hints,
                failures.isEmpty() ? null : failures.get(0),
                usage.toString());
    }

    /** The rows of the one answer. */
    Table rows() {
        if (failure != null || answers.size() != 1) {
            throw new AssertionError("answers " + answers + usage, failure);
        }
        return answers.get(0).table();
    }

    /** The cells of one column of the one answer, as text. */
    List<String> column(String name) {
        int column = rows().columns().indexOf(name);
        return rows().rows().stream().map(row -> String.valueOf(row.get(column))).toList();
    }

    String json() {
        return OutputFormat.json.render(answers.get(0));
    }
}
