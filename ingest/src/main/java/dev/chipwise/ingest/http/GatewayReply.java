package dev.chipwise.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chipwise.ingest.publish.Acknowledgement;
import dev.chipwise.ingest.publish.Acknowledgement.Accepted;
import dev.chipwise.ingest.publish.Acknowledgement.Refused;
import dev.chipwise.schemas.domain.Reason;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * What a gateway answered.
 *
 * @param json the body, or a missing node where it is not JSON
 * @param retryAfter when to ask again, where it says so
 */
record GatewayReply(int status, JsonNode json, Optional<Duration> retryAfter) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static GatewayReply of(HttpResponse<byte[]> response) {
        return new GatewayReply(
                response.statusCode(),
                json(response.body()),
                response.headers()
                        .firstValue("Retry-After")
                        .filter(text -> text.matches("\\d{1,4}"))
                        .map(text -> Duration.ofSeconds(Long.parseLong(text))));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }

    /** Whether the same request may succeed later; a proxy before the gateway says so too. */
    boolean isForLater() {
        return status == 429 || status == 408 || status >= 500;
    }

    /** Whether it says of each of so many records what became of it. */
    boolean settles(int records) {
        return (status == 202 || status == 422) && json.path("records").size() == records;
    }

    /** What became of a record, by its index. */
    Acknowledgement acknowledgement(int index) {
        var record = json.path("records").path(index);
        var eventId = record.path("event_id").asText("");
        return record.path("status").asText().equals("accepted")
                ? new Accepted(
                        eventId,
                        record.path("topic").asText(),
                        record.path("partition").asInt(),
                        record.path("offset").asLong())
                : new Refused(
                        eventId,
                        reason(record.path("reason").asText()),
                        record.path("detail").asText());
    }

    /** A newer gateway may know reasons that are unknown here. */
    private static Reason reason(String code) {
        try {
            return Reason.of(code);
        } catch (IllegalArgumentException newer) {
            return Reason.UNREADABLE;
        }
    }

    /** What went wrong, in the gateway's words. */
    String problem() {
        var detail = json.path("detail").asText("it is no Chipwise gateway");
        var fix = json.path("fix").asText("");
        return "HTTP " + status + ": " + detail + (fix.isEmpty() ? "" : "; " + fix);
    }
}
