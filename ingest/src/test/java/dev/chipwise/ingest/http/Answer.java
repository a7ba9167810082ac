package dev.chipwise.ingest.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a gateway answered to a test. */
record Answer(HttpResponse<String> response) {

    /** One value and nothing behind it. */
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    int status() {
        return response.statusCode();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    String contentType() {
        return header("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(this + " is not JSON", e);
        }
    }

    String text(String field) {
        return json().path(field).asText();
    }

    /** One field of every record, in order. */
    List<String> each(String field) {
        return StreamSupport.stream(json().path("records").spliterator(), false)
                .map(record -> record.path(field).asText())
                .toList();
    }

    @Override
    public String toString() {
        return response.statusCode() + " " + response.body();
    }
}
