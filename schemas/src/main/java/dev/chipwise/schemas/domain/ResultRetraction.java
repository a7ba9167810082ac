package dev.chipwise.schemas.domain;

import java.time.Instant;

/**
 * Takes a result back: it names the result's id, time and cell, so that it may arrive before the
 * result does.
 */
public record ResultRetraction(
        Envelope envelope,
        String resultId,
        Instant resultOccurredAt,
        CellKey cell,
        Evidence evidence,
        String reason)
        implements Event {

    @Override
    public ResultRetraction withEnvelope(Envelope other) {
        return new ResultRetraction(other, resultId, resultOccurredAt, cell, evidence, reason);
    }

    @Override
    public String identity() {
        return Key.join(
                envelope.eventId(),
                resultId,
                resultOccurredAt.toString(),
                evidence.wireName(),
                cell.topicKey());
    }

    @Override
    public String modelName() {
        return cell.board().model();
    }

    /** Whether it names the slot that the result claims; else it takes nothing back. */
    public boolean takesBack(Result result) {
        return resultId.equals(result.envelope().eventId())
                && resultOccurredAt.equals(result.envelope().occurredAt())
                && evidence == result.evidence()
                && cell.equals(result.subject().cell());
    }

    /** The retraction of this result. */
    public static ResultRetraction of(Result result, Envelope envelope, String reason) {
        var subject = result.envelope();
        return new ResultRetraction(
                envelope,
                subject.eventId(),
                subject.occurredAt(),
                result.subject().cell(),
                result.evidence(),
                reason);
    }
}
