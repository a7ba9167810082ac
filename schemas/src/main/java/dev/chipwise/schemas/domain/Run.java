package dev.chipwise.schemas.domain;

import java.time.Instant;

/**
 * One result as its cell's window keeps it. Ordered by time, then id.
 *
 * @param retracted whether it was taken back; it keeps its slot but says nothing
 * @param status null when only the retraction has arrived so far
 */
public record Run(
        Instant occurredAt,
        String eventId,
        boolean retracted,
        Outcome.Status status,
        String failureClass,
        Readings readings)
        implements Comparable<Run> {

    public static Run of(Result result, Catalog catalog) {
        var outcome = result.outcome();
        return new Run(
                result.envelope().occurredAt(),
                result.envelope().eventId(),
                false,
                outcome.status(),
                outcome.failureClass(),
                Readings.of(result, catalog));
    }

    /** The slot that a retraction keeps for the result it takes back. */
    public static Run retracted(ResultRetraction retraction) {
        return new Run(
                retraction.resultOccurredAt(),
                retraction.resultId(),
                true,
                null,
                null,
                Readings.NONE);
    }

    @Override
    public int compareTo(Run other) {
        int byTime = occurredAt.compareTo(other.occurredAt);
        return byTime != 0 ? byTime : eventId.compareTo(other.eventId);
    }
}
