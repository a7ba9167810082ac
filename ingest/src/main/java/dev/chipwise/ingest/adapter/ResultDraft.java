package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Measurement;
import dev.chipwise.schemas.domain.Measurement.Provenance;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a file of another tool says of one benchmark result; together with what the import says it
 * becomes the event. Null says nothing.
 */
final class ResultDraft {

    /** More than this is not kept of what people read. */
    private static final int LONGEST_TEXT = 256;

    static final int MOST_RAW_VALUES = 10_000;

    private final Catalog catalog;
    private final Measurements measurements;
    private final SubjectDraft subject = new SubjectDraft();
    private final SortedMap<String, String> labels = new TreeMap<>();
    private Outcome outcome = Outcome.OK;
    private BenchmarkResult.Protocol protocol;
    private List<Double> rawLatenciesMs = List.of();
    private Instant occurredAt;
    private String unreadableTime;

    ResultDraft(Catalog catalog) {
        this.catalog = catalog;
        this.measurements = new Measurements(catalog);
    }

    SubjectDraft subject() {
        return subject;
    }

    /** When it was measured, in ISO 8601; without a zone nobody knows when that was. */
    ResultDraft at(String time) {
        if (time == null || time.isBlank()) {
            return this;
        }
        try {
            occurredAt = OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            unreadableTime = time;
        }
        return this;
    }

    /** A value in the metric's own unit. */
    ResultDraft measured(String metric, Double value) {
        return add(metric, value, Provenance.MEASURED);
    }

    /** A value in the metric's own unit that was computed here from what the file says. */
    ResultDraft derived(String metric, Double value) {
        return add(metric, value, Provenance.DERIVED);
    }

    boolean isMeasured() {
        return !measurements.sorted().isEmpty();
    }

    ResultDraft label(String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            labels.put(name, bounded(value.toString()));
        }
        return this;
    }

    /** How it ended, when it did not work; what was measured then is not kept. */
    ResultDraft ended(Outcome.Status status, String failureClass, String message) {
        outcome = new Outcome(status, failureClass, message == null ? null : bounded(message));
        return this;
    }

    ResultDraft protocol(Integer iterations, Integer warmup, Double durationMs, String itemUnit) {
        protocol = new BenchmarkResult.Protocol(iterations, warmup, durationMs, itemUnit);
        return this;
    }

    /** How many there are of both together; null where one is not known or it is too many. */
    static Integer times(Integer outer, Integer inner) {
        if (outer == null || inner == null) {
            return null;
        }
        long all = (long) outer * inner;
        return all > Integer.MAX_VALUE ? null : Integer.valueOf((int) all);
    }

    /** Single latencies; none are kept where there are more than an event may have. */
    ResultDraft rawLatenciesMs(List<Double> latencies) {
        rawLatenciesMs = latencies.size() > MOST_RAW_VALUES ? List.of() : latencies;
        return this;
    }

    /**
     * The event, with its id.
     *
     * @throws UnreadableField when neither the file nor the import says what an event must
     */
    BenchmarkResult event(ImportContext context) {
        boolean ok = outcome.status() == Outcome.Status.OK;
        var about = subject.subject(context, catalog);
        return Identified.event(
                new Envelope(null, time(context), context.source(), labels),
                context,
                envelope ->
                        new BenchmarkResult(
                                envelope,
                                about,
                                outcome,
                                ok ? measurements.sorted() : List.of(),
                                Evidence.REAL,
                                protocol,
                                null,
                                ok ? rawLatenciesMs : List.of()));
    }

    /** The event that a record is, or why it is none. */
    static Parsed parsed(Where where, ImportContext context, Supplier<ResultDraft> record) {
        try {
            return new Parsed.ParsedEvent(record.get().event(context), where);
        } catch (UnreadableField unreadable) {
            return unreadable.at(where);
        }
    }

    private Instant time(ImportContext context) {
        if (occurredAt == null && context.occurredAt() == null && unreadableTime != null) {
            throw new UnreadableField(
                    Reason.MISSING_IDENTITY,
                    "occurred_at",
                    "'"
                            + bounded(unreadableTime)
                            + "' is no time with a zone; say it for all records with"
                            + " --occurred-at");
        }
        return context.requiredTime(occurredAt);
    }

    private ResultDraft add(String metric, Double value, Provenance provenance) {
        if (value != null) {
            var unit = catalog.metric(metric).orElseThrow().unit();
            measurements.add(new Measurement(metric, value, unit, provenance));
        }
        return this;
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
