package dev.chipwise.schemas.domain;

import java.time.Instant;

/** The words that describe a cell, as its newest result (retracted or not) says them. */
public record CellDescription(
        Workload workload,
        Hardware hardware,
        Configuration configuration,
        Instant occurredAt,
        String eventId) {

    public static CellDescription of(Result result) {
        var subject = result.subject();
        return new CellDescription(
                subject.workload(),
                subject.hardware(),
                subject.configuration(),
                result.envelope().occurredAt(),
                result.envelope().eventId());
    }

    /**
     * The newer of two; a tie goes to the smaller canonical text, so that the order of arrival
     * cannot matter.
     */
    public CellDescription newer(CellDescription other) {
        int byTime = occurredAt.compareTo(other.occurredAt);
        int order = byTime != 0 ? byTime : eventId.compareTo(other.eventId);
        if (order == 0) {
            order = Canonical.text(other).compareTo(Canonical.text(this));
        }
        return order >= 0 ? this : other;
    }

    /** Whether the words are the same, however new. */
    public boolean saysTheSameAs(CellDescription other) {
        return hardware.equals(other.hardware)
                && configuration.equals(other.configuration)
                && workload.equals(other.workload);
    }

    /** The same words, of a result of this time and id. */
    public CellDescription at(Instant time, String id) {
        return new CellDescription(workload, hardware, configuration, time, id);
    }
}
