package dev.chipwise.schemas.domain;

/** What validation decided about one event. */
public sealed interface Verdict {

    /** The event may be scored and stored. */
    record Accepted(Event event) implements Verdict {}

    /** It may not; {@code detail} says which field, what it holds and what it should. */
    record Rejected(Event event, Reason reason, String detail) implements Verdict {}
}
