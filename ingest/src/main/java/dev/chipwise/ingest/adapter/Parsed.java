package dev.chipwise.ingest.adapter;

import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Reason;

/** One record of a file. */
public sealed interface Parsed {

    Where where();

    /** It is an event, not yet validated; its id is set. */
    record ParsedEvent(Event event, Where where) implements Parsed {}

    /** It is none; {@code detail} says what is there and what should be. */
    record Unreadable(Where where, Reason reason, String detail) implements Parsed {}

    /**
     * It is no result of its own, and nothing is wrong with that; {@code why} is a constant
     * sentence, so that it can be counted.
     */
    record LeftOut(Where where, String why) implements Parsed {}
}
