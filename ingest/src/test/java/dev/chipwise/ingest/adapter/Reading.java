package dev.chipwise.ingest.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.adapter.Parsed.ParsedEvent;
import dev.chipwise.ingest.cli.FolderSurroundings;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.Source;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Everything in a file on disk, with what lies around it. */
    static List<Parsed> file(Format format, Path file) throws IOException {
        var parsed = new ArrayList<Parsed>();
        var surroundings = FolderSurroundings.of(file);
        try (var reader = Files.newBufferedReader(file)) {
            var folder = surroundings.folders().get(0);
            format.read(
                    new Input(file.toString(), folder, reader, NOTHING_SAID, surroundings),
                    parsed::add);
        }
        return parsed;
    }

    /** Everything in a text that lies among others, by their paths from its folder. */
    static List<Parsed> among(
            Format format,
            String path,
            String text,
            List<String> folders,
            Map<String, String> near) {
        var surroundings =
                new Surroundings() {
                    @Override
                    public List<String> folders() {
                        return folders;
                    }

                    @Override
                    public Optional<Reader> open(String name) {
                        return Optional.ofNullable(near.get(name)).map(StringReader::new);
                    }
                };
        var parsed = new ArrayList<Parsed>();
        try {
            var folder = folders.isEmpty() ? "" : folders.get(0);
            format.read(
                    new Input(path, folder, new StringReader(text), NOTHING_SAID, surroundings),
                    parsed::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return parsed;
    }

    /** One record is there, and it cannot be read for this reason, at this place. */
    static void assertUnreadable(List<Parsed> parsed, Reason reason, Where where) {
        assertThat(parsed)
                .singleElement()
                .isInstanceOfSatisfying(
                        Parsed.Unreadable.class,
                        unreadable -> {
                            assertThat(unreadable.reason()).isEqualTo(reason);
                            assertThat(unreadable.where()).isEqualTo(where);
                        });
    }

    /** Those of one kind. */
    static <P extends Parsed> List<P> only(Class<P> kind, List<Parsed> parsed) {
        return parsed.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The one event that was read; anything else fails the test. */
    static <E extends Event> E single(Class<E> kind, List<Parsed> parsed) {
        if (parsed.size() != 1 || !(parsed.get(0) instanceof ParsedEvent event)) {
            throw new AssertionError("one event was expected: " + parsed);
        }
        return kind.cast(event.event());
    }

    /** The value of a metric, or null where the result has none. */
    static Double value(Result result, String metric) {
        return result.measurements().stream()
                .filter(measurement -> measurement.metric().equals(metric))
                .map(Measurement::value)
                .findFirst()
                .orElse(null);
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
