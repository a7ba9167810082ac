package dev.chipwise.ingest.http;

import java.io.IOException;

/** Ends the reading of a body that went past a limit. */
final class BodyRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    BodyRefused(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
