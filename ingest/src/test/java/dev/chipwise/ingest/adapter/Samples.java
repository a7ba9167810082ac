package dev.chipwise.ingest.adapter;

import dev.chipwise.ingest.adapter.Parsed.ParsedEvent;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Measurement.Provenance;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small files in the true shape of other tools' output, and what is read from them, as text. */
final class Samples {

    static final Instant OCCURRED_AT = Instant.parse("2026-03-01T00:00:00Z");

    private static final Instant LATER = Instant.parse("2026-11-01T00:00:00Z");
    private static final ResultValidator VALIDATOR = new ResultValidator(Catalog.shipped());

    private Samples() {}

    static String text(String name) {
        try (var bytes = Samples.class.getResourceAsStream("samples/" + name)) {
            Objects.requireNonNull(bytes, name);
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The import that says these words of the subject, such as {@code model=m;runtime=r}. */
    static ImportContext context(String map) {
        var subject = new EnumMap<SubjectField, String>(SubjectField.class);
        for (var entry : map.split(";")) {
            var parts = entry.split("=", 2);
            subject.put(SubjectField.of(parts[0]).orElseThrow(), parts[1]);
        }
        return new ImportContext(OCCURRED_AT, Reading.SOURCE, subject);
    }

    static String shown(List<Parsed> parsed) {
        return parsed.stream().map(Samples::shown).collect(Collectors.joining("\n"));
    }

    private static String shown(Parsed parsed) {
        if (parsed instanceof Parsed.Unreadable unreadable) {
            return parsed.where()
                    + "\n  "
                    + unreadable.reason().code()
                    + ": "
                    + unreadable.detail();
        }
        var result = (BenchmarkResult) ((ParsedEvent) parsed).event();
        var verdict = VALIDATOR.validate(result, LATER);
        return Stream.of(
                        parsed.where().toString(),
                        "cell " + result.subject().cell().topicKey(),
                        "at " + result.envelope().occurredAt(),
                        about(result),
                        "outcome " + result.outcome(),
                        measurements(result.measurements()),
                        "protocol " + result.protocol(),
                        "raw " + result.rawLatenciesMs(),
                        "labels " + result.envelope().labels(),
                        verdict instanceof Verdict.Accepted ? "accepted" : verdict.toString())
                .collect(Collectors.joining("\n  "));
    }

    private static String about(BenchmarkResult result) {
        var subject = result.subject();
        return Stream.of(
                        subject.model().family(),
                        subject.model().parametersMillion(),
                        subject.hardware().vendor(),
                        subject.hardware().device(),
                        subject.hardware().os(),
                        subject.hardware().osVersion(),
                        subject.configuration().runtimeVersion())
                .map(String::valueOf)
                .collect(Collectors.joining(" | ", "about ", ""));
    }

    private static String measurements(List<Measurement> all) {
        return all.stream()
                .map(
                        each ->
                                each.metric()
                                        + " "
                                        + each.value()
                                        + " "
                                        + each.unit()
                                        + (each.provenance() == Provenance.MEASURED
                                                ? ""
                                                : " " + each.provenance().wireName()))
                .collect(Collectors.joining("\n    ", "measured\n    ", ""));
    }
}
