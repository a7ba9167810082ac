package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Source;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the importing side says where a file says nothing. The file's own words win; names of files
 * and folders do not, since they are no part of the file.
 *
 * @param occurredAt when it was measured, or null
 * @param subject what it says of the subject of every result; absent where it says nothing
 * @param identity what the id of an event without one is made from, given all that the event says;
 *     asked for one record after the other
 */
public record ImportContext(
        Instant occurredAt,
        Source source,
        Map<SubjectField, String> subject,
        UnaryOperator<String> identity) {

    public ImportContext {
        subject = Map.copyOf(subject);
    }

    /** Events that say the same are the same event. */
    public ImportContext(Instant occurredAt, Source source, Map<SubjectField, String> subject) {
        this(occurredAt, source, subject, UnaryOperator.identity());
    }

    /** Says of the subject only the version, or nothing when it is null. */
    public ImportContext(String versionTag, Instant occurredAt, Source source) {
        this(
                occurredAt,
                source,
                versionTag == null ? Map.of() : Map.of(SubjectField.VERSION, versionTag));
    }

    /** The model version, or null. */
    public String versionTag() {
        return said(SubjectField.VERSION);
    }

    /** What the import says, or null. */
    public String said(SubjectField field) {
        return subject.get(field);
    }

    /** The file's own word, else that of the import, else null; a blank word says nothing. */
    String word(SubjectField field, String own) {
        return own == null || own.isBlank() ? said(field) : own;
    }

    /**
     * The file's own word, else that of the import.
     *
     * @param path what the file calls the field, for the message
     * @throws UnreadableField when neither says it
     */
    String required(SubjectField field, String own, String path) {
        var word = word(field, own);
        if (word == null) {
            throw new UnreadableField(
                    Reason.MISSING_IDENTITY, path, "is missing" + orForAll(field.advice()));
        }
        return word;
    }

    /**
     * What a message adds where a field is missing: the option that says it for all records.
     * Whoever posts to a gateway has no options.
     */
    String orForAll(String option) {
        return source.kind() == Source.Kind.GATEWAY
                ? ""
                : "; say it for all records with " + option;
    }

    /**
     * The file's own time, else that of the import.
     *
     * @throws UnreadableField when neither says it
     */
    Instant requiredTime(Instant own) {
        if (own == null && occurredAt == null) {
            throw new UnreadableField(
                    Reason.MISSING_IDENTITY,
                    "occurred_at",
                    "is missing" + orForAll("--occurred-at"));
        }
        return own == null ? occurredAt : own;
    }

    /** Says this of a field too where nothing is said of it yet; null says nothing. */
    ImportContext orElse(SubjectField field, String word) {
        if (word == null || word.isBlank() || subject.containsKey(field)) {
            return this;
        }
        var more = new EnumMap<SubjectField, String>(SubjectField.class);
        more.putAll(subject);
        more.put(field, word);
        return new ImportContext(occurredAt, source, more, identity);
    }

    /** The same, with ids made from something else. */
    public ImportContext identifiedBy(UnaryOperator<String> another) {
        return new ImportContext(occurredAt, source, subject, another);
    }
}
