package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.adapter.ImportContext;
import dev.chipwise.ingest.adapter.Parsed;
import dev.chipwise.ingest.publish.Publisher;
import dev.chipwise.ingest.publish.Undelivered;
import java.io.IOException;
import java.util.List;

/** Reads files into a publisher, and keeps account of every record; stops when the broker fails. */
final class ImportRun {

    private final Publisher publisher;
    private final ProgressLine progress;
    private final ImportReport report = new ImportReport();
    private long read;

    ImportRun(Publisher publisher, ProgressLine progress) {
        this.publisher = publisher;
        this.progress = progress;
    }

    /** Whatever happens, the report tells what became of what was read. */
    ImportReport read(List<SourceFile> files, ImportContext context) throws IOException {
        try {
            for (var file : files) {
                long before = read;
                report.reading(file.shown());
                file.read(context, this::take);
                if (read == before) {
                    report.foundNothingIn(file.shown());
                }
            }
            publisher.flush();
        } catch (Undelivered e) {
            if (report.failure() == null) {
                report.undelivered(e);
            }
        } finally {
            progress.end();
        }
        return report;
    }

    private void take(Parsed parsed) {
        if (report.failure() != null) {
            throw report.failure();
        }
        read++;
        if (parsed instanceof Parsed.Unreadable unreadable) {
            report.rejected(read, unreadable.where(), unreadable.reason(), unreadable.detail());
        } else if (parsed instanceof Parsed.LeftOut leftOut) {
            report.leftOut(leftOut.where(), leftOut.why());
        } else if (parsed instanceof Parsed.ParsedEvent event) {
            publish(read, event);
        }
        progress.update(read, report);
    }

    private void publish(long number, Parsed.ParsedEvent parsed) {
        publisher
                .publish(parsed.event())
                .whenComplete(
                        (acknowledgement, error) -> {
                            if (error == null) {
                                report.acknowledged(number, parsed.where(), acknowledgement);
                            } else {
                                report.undelivered(parsed.where(), error);
                            }
                        });
    }
}
