package dev.chipwise.ingest.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a body may be. */
enum MediaType {
    /** One object or an array of them. */
    JSON("application/json"),
    /** One object per line. */
    NDJSON("application/x-ndjson"),
    /** The same by its other names. */
    JSONL("application/jsonl"),
    NEWLINE_JSON("application/ndjson"),
    /** One record in Avro's single-object encoding. */
    AVRO("application/avro"),
    /** Any number of those, each after its length as four bytes, most significant first. */
    AVRO_FRAMES("application/vnd.chipwise.avro-frames");

    private final String name;

    MediaType(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * The one that a Content-Type header names; its only parameter is a charset, which is UTF-8.
     *
     * @param header null where there is none
     */
    static Optional<MediaType> of(String header) {
        if (header == null) {
            return Optional.empty();
        }
        var parts = header.toLowerCase(Locale.ROOT).replace("\"", "").split(";");
        for (int i = 1; i < parts.length; i++) {
            if (!parts[i].isBlank() && !parts[i].strip().matches("charset\\s*=\\s*utf-?8")) {
                return Optional.empty();
            }
        }
        return Arrays.stream(values())
                .filter(type -> type.name.equals(parts[0].strip()))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(MediaType::toString).collect(Collectors.joining(", "));
    }
}
