package dev.chipwise.ingest.http;

import java.time.Duration;

/**
 * Why a request is not answered as asked, as RFC 9457 describes problems.
 *
 * @param code stable, for programs
 * @param detail what is wrong, with what was found and what is allowed
 * @param field which part of the request, or null
 * @param fix what to do about it
 * @param retryAfter when the same request may succeed, or null where it never will
 */
record Problem(
        int status, String code, String detail, String field, String fix, Duration retryAfter) {

    static final String MEDIA_TYPE = "application/problem+json";
    static final String CONTENT_TYPE = "header Content-Type";
    static final String BODY = "body";

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String AGAIN = "send the same request again; nothing is counted twice";

    static Problem wrong(int status, String code, String detail, String field, String fix) {
        return new Problem(status, code, detail, field, fix, null);
    }

    static Problem tooLarge(String detail, String fix) {
        return wrong(413, "too_large", detail, BODY, fix);
    }

    static Problem unreadable(String detail, String fix) {
        return wrong(422, "unreadable", detail, BODY, fix);
    }

    static Problem busy(String detail) {
        return new Problem(503, "busy", detail, null, AGAIN, SOON);
    }

    /** One sender has as many requests under way as it may. */
    static Problem tooManyAtOnce() {
        return new Problem(
                429,
                "too_many_requests",
                "more requests at once than one token, or one address without a token, may have",
                null,
                "wait for the answers to the others, and send more records at once",
                SOON);
    }

    static Problem brokerAway() {
        return new Problem(
                503,
                "broker_away",
                "the broker does not acknowledge at the moment",
                null,
                AGAIN,
                Duration.ofSeconds(5));
    }

    /** The type of RFC 9457, which tells kinds of problems apart. */
    String type() {
        return "urn:chipwise:problem:" + code;
    }

    /** What people call the status. */
    String title() {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Not authenticated";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 408 -> "Too slow";
            case 413 -> "Too large";
            case 415 -> "Unsupported media type";
            case 422 -> "Nothing could be accepted";
            case 429 -> "Too many requests";
            case 431 -> "Headers too large";
            case 503 -> "Not at the moment";
            default -> status < 500 ? "Bad request" : "Software error";
        };
    }
}
