package dev.chipwise.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Somebody who posts to a gateway, and remembers what its answers said. */
final class GatewayCaller {

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final String url;

    GatewayCaller(String url) {
        this.url = url;
    }

    /** What was answered. */
    record Reply(int status, String retryAfter, JsonNode json) {

        List<String> each(String field) {
            return StreamSupport.stream(json.path("records").spliterator(), false)
                    .map(record -> record.path(field).asText())
                    .toList();
        }

        /** Ids of the records that it calls accepted. */
        List<String> acceptedIds() {
            return StreamSupport.stream(json.path("records").spliterator(), false)
                    .filter(record -> record.path("status").asText().equals("accepted"))
                    .map(record -> record.path("event_id").asText())
                    .toList();
        }

        String code() {
            return json.path("code").asText();
        }
    }

    Reply post(String path, String type, String body, String... headers) throws IOException {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Reply post(String path, String type, byte[] body, String... headers) throws IOException {
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body));
        try {
            var response =
                    client.send(
                            headers.length == 0
                                    ? request.build()
                                    : request.headers(headers).build(),
                            BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Retry-After").orElse(""),
                    MAPPER.readTree(response.body()));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A valid result; equal numbers give equal texts. */
    static String result(int n) {
        return String.format(
                Locale.ROOT,
                "{\"kind\":\"benchmark\",\"occurred_at\":\"2026-03-%02dT%02d:%02d:00Z\",\"model\":\"m%d\","
                        + "\"version\":\"v1\",\"hardware\":{\"id\":\"cpu/acme/one\"},"
                        + "\"configuration\":{\"runtime\":\"tflite\"},"
                        + "\"metrics\":{\"latency_mean_ms\":%.3f},\"labels\":{\"n\":\"%d\"}}",
                1 + n % 28,
                n / 60 % 24,
                n % 60,
                n % 4,
                5 + n % 97 / 100.0,
                n);
    }

    static String lines(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(GatewayCaller::result)
                .collect(Collectors.joining("\n"));
    }
}
