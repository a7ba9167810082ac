package dev.chipwise.ingest.adapter;

import dev.chipwise.ingest.adapter.Parsed.ParsedEvent;
import dev.chipwise.schemas.domain.Source;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads texts with a format, as the commands do. */
final class Reading {

    static final Source SOURCE = new Source(Source.Kind.IMPORT, "test", null, null);
    static final ImportContext NOTHING_SAID = new ImportContext(null, null, SOURCE);

    private Reading() {}

    static List<Parsed> text(Format format, String path, String text) {
        return text(format, path, text, NOTHING_SAID);
    }

    static List<Parsed> text(Format format, String path, String text, ImportContext context) {
        var parsed = new ArrayList<Parsed>();
        try {
            format.read(new Input(path, "", new StringReader(text), context), parsed::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return parsed;
    }

    /** The events of a file, all of which must be readable. */
    static List<ParsedEvent> events(Format format, Path file) throws IOException {
        var events = new ArrayList<ParsedEvent>();
        var folder = file.getParent().getFileName().toString();
        try (var reader = Files.newBufferedReader(file)) {
            format.read(
                    new Input(file.toString(), folder, reader, NOTHING_SAID),
                    parsed -> {
                        if (!(parsed instanceof ParsedEvent event)) {
                            throw new AssertionError("unreadable: " + parsed);
                        }
                        events.add(event);
                    });
        }
        return events;
    }
}
