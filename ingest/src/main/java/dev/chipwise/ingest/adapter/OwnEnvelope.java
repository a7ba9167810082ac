package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Ci;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.Source;
import java.util.Set;

/** The part of our own format that every kind has. */
final class OwnEnvelope {

    static final Set<String> FIELDS =
            Set.of("kind", "event_id", "occurred_at", "source", "ci", "labels");
    static final Set<String> SOURCE = Set.of("kind", "name", "version", "host");
    static final Set<String> CI = Set.of("provider", "repository", "commit", "branch", "run_url");

    private OwnEnvelope() {}

    static Envelope read(Fields fields, ImportContext context) {
        return new Envelope(
                fields.text("event_id"),
                context.requiredTime(fields.instant("occurred_at")),
                fields.has("source") ? source(fields.object("source", SOURCE)) : context.source(),
                fields.has("ci") ? ci(fields.object("ci", CI)) : null,
                fields.texts("labels"));
    }

    private static Source source(Fields source) {
        return new Source(
                Source.Kind.of(source.text("kind")),
                source.text("name"),
                source.text("version"),
                source.text("host"));
    }

    private static Ci ci(Fields ci) {
        if (!ci.has("provider")) {
            throw new UnreadableField(Reason.MISSING_VALUE, ci.pathOf("provider"), "is missing");
        }
        return new Ci(
                ci.text("provider"),
                ci.text("repository"),
                ci.text("commit"),
                ci.text("branch"),
                ci.text("run_url"));
    }
}
