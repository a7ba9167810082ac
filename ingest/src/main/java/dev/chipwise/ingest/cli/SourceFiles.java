package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.adapter.Format;
import dev.chipwise.ingest.adapter.Formats;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what to read below the paths that the user named, in order of name. */
final class SourceFiles {

    private static final String STANDARD_INPUT = "-";
    private static final int HEAD_BYTES = 4096;

    private final Formats formats;
    private final ImportOptions options;
    private final Optional<Format> asked;
    private final List<SourceFile> found = new ArrayList<>();
    private int skipped;

    private SourceFiles(Formats formats, ImportOptions options) {
        this.formats = formats;
        this.options = options;
        this.asked = options.format(formats);
    }

    /**
     * Everything below the paths.
     *
     * @throws picocli.CommandLine.ParameterException when a path or its format is not there
     */
    static SourceFiles find(Formats formats, ImportOptions options, InputStream standardInput)
            throws IOException {
        var files = new SourceFiles(formats, options);
        for (var path : options.paths()) {
            files.add(path, standardInput);
        }
        return files;
    }

    List<SourceFile> found() {
        return List.copyOf(found);
    }

    /** Files in folders that are in no format we know. */
    int skipped() {
        return skipped;
    }

    private void add(String path, InputStream standardInput) throws IOException {
        if (path.equals(STANDARD_INPUT)) {
            found.add(SourceFile.standardInput(standardInput, asked.orElse(formats.own())));
            return;
        }
        var file = Path.of(path);
        if (Files.isDirectory(file)) {
            addFolder(file);
        } else if (Files.isReadable(file)) {
            found.add(SourceFile.of(file, asked.orElseGet(() -> required(file))));
        } else {
            throw options.wrong("cannot read " + path + "; is it there?");
        }
    }

    private void addFolder(Path folder) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (var file : files) {
            var format = recognised(file);
            format.ifPresentOrElse(known -> found.add(SourceFile.of(file, known)), () -> skipped++);
        }
    }

    private Format required(Path file) {
        return recognised(file)
                .orElseThrow(
                        () ->
                                options.wrong(
                                        file
                                                + " is in no format that is recognised; name it"
                                                + " with --from (see 'chipwise formats')"));
    }

    private Optional<Format> recognised(Path file) {
        var name = file.getFileName().toString();
        var head = head(file);
        return asked.isPresent()
                ? asked.filter(format -> format.recognises(name, head))
                : formats.recognise(name, head);
    }

    private String head(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw options.wrong("cannot read " + file + ": " + e.getMessage());
        }
    }
}
