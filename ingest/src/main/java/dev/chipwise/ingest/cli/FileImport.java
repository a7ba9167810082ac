package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.publish.Publisher;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Supplier;

/** What publishing and validating have in common: find the files, read them into a publisher. */
final class FileImport {

    private final Neighbours neighbours;
    private final PrintWriter err;

    FileImport(Neighbours neighbours, PrintWriter err) {
        this.neighbours = neighbours;
        this.err = err;
    }

    /**
     * Finds all files before the publisher is asked for, so that nothing is published when one is
     * not there.
     *
     * @param accepting what being accepted is called, such as "valid"
     */
    ImportReport run(ImportOptions options, Supplier<Publisher> publishers, String accepting)
            throws IOException {
        var console = neighbours.console();
        var context = options.context();
        var files = SourceFiles.find(neighbours.formats(), options, console.in());
        if (files.found().isEmpty()) {
            throw options.wrong(
                    files.skipped() == 0
                            ? "there is no file in " + options.paths()
                            : "none of "
                                    + files.skipped()
                                    + " files is in a format that is recognised; see 'chipwise"
                                    + " formats'");
        }
        if (files.skipped() > 0 && !console.quiet().getAsBoolean()) {
            err.println(files.skipped() + " files skipped: in no format that is recognised");
        }
        try (var publisher = publishers.get()) {
            var run = new ImportRun(publisher, new ProgressLine(console, err, accepting));
            var report = run.read(files.found(), context);
            // Where it is the whole outcome it is no remark but why the command fails.
            if (report.hasFoundNothing() || !console.quiet().getAsBoolean()) {
                report.printEmpty(err);
            }
            return report;
        }
    }
}
