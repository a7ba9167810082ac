package dev.chipwise.ingest.cli;

import dev.chipwise.ingest.adapter.Format;
import dev.chipwise.ingest.adapter.Formats;
import dev.chipwise.ingest.adapter.ImportContext;
import dev.chipwise.ingest.adapter.SubjectField;
import dev.chipwise.ingest.adapter.Suggestion;
import dev.chipwise.schemas.domain.Source;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What to read, and what to say where the files say nothing. */
final class ImportOptions {

    private static final Source SOURCE =
            new Source(Source.Kind.IMPORT, "chipwise publish", null, null);

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files, folders (read in order of name), or - for standard input.")
    private List<String> paths;

    @Option(
            names = "--from",
            paramLabel = "FORMAT",
            description =
                    "The format; see 'chipwise formats'. Default: recognised by name and content.")
    private String from;

    @Option(
            names = "--model-version",
            paramLabel = "TAG",
            description = "Version tag of results that do not name one (default: unversioned).")
    private String modelVersion;

    @Option(
            names = "--map",
            paramLabel = "FIELD=VALUE[,...]",
            converter = Mapping.Converter.class,
            description =
                    "What to say of results whose file does not: model, version, hardware, task,"
                            + " test_case, runtime, precision. The file's own words win.")
    private List<Mapping> maps = List.of();

    @Option(
            names = "--occurred-at",
            paramLabel = "TIME",
            converter = Time.class,
            description =
                    "When results were measured that do not say so, like 2026-03-01T12:00:00Z.")
    private Instant occurredAt;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    List<String> paths() {
        return paths;
    }

    /** The format that was asked for, if any. */
    Optional<Format> format(Formats formats) {
        if (from == null) {
            return Optional.empty();
        }
        var named = formats.named(from);
        if (named.isEmpty()) {
            var known = formats.all().stream().map(Format::id).toList();
            throw wrong("--from " + from + " is unknown" + Suggestion.of(from, known));
        }
        return named;
    }

    ImportContext context() {
        var subject = new EnumMap<SubjectField, String>(SubjectField.class);
        if (modelVersion != null) {
            subject.put(SubjectField.VERSION, modelVersion);
        }
        for (var map : maps) {
            map.values().forEach((field, value) -> say(field, value, subject));
        }
        return new ImportContext(occurredAt, SOURCE, subject);
    }

    private void say(SubjectField field, String value, Map<SubjectField, String> subject) {
        var before = subject.put(field, value);
        if (before != null && !before.equals(value)) {
            throw wrong(
                    field.word()
                            + " is said twice, '"
                            + before
                            + "' and '"
                            + value
                            + "'; say it once, by --map or --model-version");
        }
    }

    ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    /** Reads a time with zone, or a date as its beginning in UTC. */
    static final class Time implements ITypeConverter<Instant> {

        @Override
        public Instant convert(String text) {
            try {
                return text.indexOf('T') < 0
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'" + text + "' is no time with zone like 2026-03-01T12:00:00Z");
            }
        }
    }
}
