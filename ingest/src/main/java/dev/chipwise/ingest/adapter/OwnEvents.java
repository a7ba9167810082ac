package dev.chipwise.ingest.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Reason;
import dev.chipwise.schemas.domain.ResultRetraction;
import java.util.List;
import java.util.Set;

/** Turns one object of our own format into the event it describes. */
final class OwnEvents {

    static final List<String> KINDS = List.of("benchmark", "battery", "version", "retraction");

    static final Set<String> VERSION =
            Fields.union(OwnEnvelope.FIELDS, "model", "version", "parent_tag", "metadata");
    static final Set<String> RETRACTION =
            Fields.union(
                    OwnEnvelope.FIELDS,
                    "result_id",
                    "result_occurred_at",
                    "cell",
                    "evidence",
                    "reason");
    static final Set<String> CELL =
            Set.of("model", "version", "workload", "hardware", "configuration");

    private final OwnSubject subjects;
    private final OwnResults results;

    OwnEvents(Catalog catalog) {
        subjects = new OwnSubject(catalog);
        results = new OwnResults(catalog, subjects);
    }

    /**
     * The event, with its id.
     *
     * @throws UnreadableField when it is none
     */
    Event read(JsonNode json, ImportContext context) {
        var kind = json.path("kind").asText("");
        return switch (kind) {
            case "benchmark" -> results.benchmark(json, context);
            case "battery" -> results.battery(json, context);
            case "version" -> version(json, context);
            case "retraction" -> retraction(json, context);
            default -> throw unknownKind(json, kind);
        };
    }

    private ModelVersion version(JsonNode json, ImportContext context) {
        var fields = Fields.of(json, VERSION);
        var model = subjects.model(fields, context);
        var version = subjects.version(fields, context);
        return Identified.event(
                OwnEnvelope.read(fields, context),
                context,
                envelope ->
                        new ModelVersion(
                                envelope,
                                model,
                                version,
                                fields.text("parent_tag"),
                                fields.texts("metadata")));
    }

    private static ResultRetraction retraction(JsonNode json, ImportContext context) {
        var fields = Fields.of(json, RETRACTION);
        var cell = fields.object("cell", CELL);
        for (var part : CELL) {
            if (!cell.has(part)) {
                throw new UnreadableField(Reason.MISSING_IDENTITY, cell.pathOf(part), "is missing");
            }
        }
        var board = new BoardKey(cell.text("model"), cell.text("version"), cell.text("workload"));
        var key = new CellKey(board, cell.text("hardware"), cell.text("configuration"));
        Envelope read = OwnEnvelope.read(fields, context);
        return Identified.event(
                read,
                context,
                envelope ->
                        new ResultRetraction(
                                envelope,
                                fields.text("result_id"),
                                fields.instant("result_occurred_at"),
                                key,
                                Evidence.of(fields.text("evidence", "real")),
                                fields.text("reason")));
    }

    private static UnreadableField unknownKind(JsonNode json, String kind) {
        if (!json.isObject()) {
            return new UnreadableField("", "must be an object, not " + Fields.shown(json));
        }
        var known = String.join(", ", KINDS);
        return kind.isEmpty()
                ? new UnreadableField("kind", "is missing; it is one of " + known)
                : new UnreadableField(
                        "kind", "'" + kind + "' is unknown" + Suggestion.of(kind, KINDS));
    }
}
