package dev.chipwise.deploy.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request as its bytes, made before anything is measured, and what it carries. */
record Post(byte[] bytes, List<String> eventIds) {

    private static final String PATH = "/v1/results";

    Post {
        eventIds = List.copyOf(eventIds);
    }

    /**
     * Requests that carry these records in their order, the last one what is left.
     *
     * @param host and port of the gateway
     */
    static List<Post> all(String host, List<OwnJson> records, int recordsPerRequest) {
        var posts = new ArrayList<Post>();
        for (int from = 0; from < records.size(); from += recordsPerRequest) {
            int to = Math.min(records.size(), from + recordsPerRequest);
            posts.add(of(host, records.subList(from, to)));
        }
        return posts;
    }

    private static Post of(String host, List<OwnJson> records) {
        var type = records.size() == 1 ? "application/json" : "application/x-ndjson";
        var body = bytes(String.join("\n", records.stream().map(OwnJson::text).toList()));
        var head =
                bytes(
                        String.join(
                                "\r\n",
                                "POST " + PATH + " HTTP/1.1",
                                "Host: " + host,
                                "Content-Type: " + type,
                                "Content-Length: " + body.length,
                                "",
                                ""));
        var whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return new Post(whole, records.stream().map(OwnJson::eventId).toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
