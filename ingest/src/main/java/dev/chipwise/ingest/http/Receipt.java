package dev.chipwise.ingest.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** What became of the records of a request, in their order, as JSON. */
record Receipt(List<RecordStatus> records) {

    private static final JsonFactory JSON = new JsonFactory();

    static final Receipt EMPTY = new Receipt(List.of());

    long count(Class<? extends RecordStatus> kind) {
        return records.stream().filter(kind::isInstance).count();
    }

    /** Why the request as a whole cannot be called accepted, if so. */
    Optional<Problem> problem() {
        if (count(RecordStatus.Unknown.class) > 0) {
            return Optional.of(Problem.brokerAway());
        }
        if (records.isEmpty()) {
            return Optional.of(
                    Problem.unreadable("there is no record in the body", "send at least one"));
        }
        if (count(RecordStatus.Kept.class) == 0) {
            return Optional.of(
                    Problem.wrong(
                            422,
                            "all_rejected",
                            "all " + records.size() + " records were rejected",
                            "records",
                            "see the fix of each record"));
        }
        return Optional.empty();
    }

    /** Says it of a request that was accepted. */
    void write(OutputStream to, Advice advice) throws IOException {
        try (var json = JSON.createGenerator(to)) {
            json.writeStartObject();
            writeRecords(json, advice);
            json.writeEndObject();
        }
    }

    /** Says it of a request that was not, after the problem. */
    void write(Problem problem, OutputStream to, Advice advice) throws IOException {
        try (var json = JSON.createGenerator(to)) {
            json.writeStartObject();
            json.writeStringField("type", problem.type());
            json.writeStringField("title", problem.title());
            json.writeNumberField("status", problem.status());
            json.writeStringField("code", problem.code());
            json.writeStringField("detail", problem.detail());
            if (problem.field() != null) {
                json.writeStringField("field", problem.field());
            }
            json.writeStringField("fix", problem.fix());
            if (!records.isEmpty()) {
                writeRecords(json, advice);
            }
            json.writeEndObject();
        }
    }

    private void writeRecords(JsonGenerator json, Advice advice) throws IOException {
        json.writeNumberField("accepted", count(RecordStatus.Kept.class));
        json.writeNumberField("rejected", count(RecordStatus.Rejected.class));
        json.writeNumberField("unknown", count(RecordStatus.Unknown.class));
        json.writeArrayFieldStart("records");
        for (int index = 0; index < records.size(); index++) {
            json.writeStartObject();
            json.writeNumberField("index", index);
            writeRecord(records.get(index), json, advice);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeRecord(RecordStatus record, JsonGenerator json, Advice advice)
            throws IOException {
        if (record instanceof RecordStatus.Kept kept) {
            json.writeStringField("status", "accepted");
            json.writeStringField("event_id", kept.accepted().eventId());
            json.writeStringField("topic", kept.accepted().topic());
            json.writeNumberField("partition", kept.accepted().partition());
            json.writeNumberField("offset", kept.accepted().offset());
        } else if (record instanceof RecordStatus.Rejected rejected) {
            writeRejected(rejected, json, advice);
        } else if (record instanceof RecordStatus.Unknown unknown) {
            json.writeStringField("status", "unknown");
            json.writeStringField("event_id", unknown.eventId());
        }
    }

    private static void writeRejected(
            RecordStatus.Rejected rejected, JsonGenerator json, Advice advice) throws IOException {
        json.writeStringField("status", "rejected");
        if (rejected.eventId() != null) {
            json.writeStringField("event_id", rejected.eventId());
        }
        if (rejected.line() > 0) {
            json.writeNumberField("line", rejected.line());
        }
        json.writeStringField("reason", rejected.reason().code());
        var field =
                rejected.field().isEmpty()
                        ? advice.field(rejected.reason(), rejected.detail())
                        : rejected.field();
        json.writeStringField("field", field);
        json.writeStringField("detail", rejected.detail());
        json.writeStringField("fix", advice.fix(rejected.reason()));
    }
}
