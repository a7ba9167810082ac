package dev.chipwise.ingest.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;

/** Writes what a request gets to hear. */
final class Answers {

    private static final int ACCEPTED = 202;

    private final Advice advice;

    Answers(Advice advice) {
        this.advice = advice;
    }

    void accepted(Context request, Receipt receipt) throws IOException {
        request.status(ACCEPTED).contentType("application/json");
        receipt.write(request.outputStream(), advice);
    }

    void problem(Context request, Problem problem, Receipt receipt) throws IOException {
        request.status(problem.status()).contentType(Problem.MEDIA_TYPE);
        if (problem.retryAfter() != null) {
            request.header("Retry-After", Long.toString(seconds(problem.retryAfter())));
        }
        if (problem.status() == 401) {
            request.header("WWW-Authenticate", "Bearer realm=\"chipwise\"");
        }
        if (problem.status() == 415) {
            request.header("Accept-Encoding", "gzip, zstd");
        }
        receipt.write(problem, request.outputStream(), advice);
    }

    /** Rounded up: whoever comes a little early is refused again. */
    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }
}
