package dev.chipwise.schemas.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides whether an event may be scored and stored. The first broken rule wins; the same event and
 * record time always get the same verdict, so publisher, scorer and sink agree.
 */
public final class ResultValidator {

    static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final EnvelopeRules envelopeRules = new EnvelopeRules();
    private final SubjectRules subjectRules;
    private final MeasurementRules measurementRules;

    public ResultValidator(Catalog catalog) {
        subjectRules = new SubjectRules(catalog);
        measurementRules = new MeasurementRules(catalog);
    }

    /**
     * The verdict on an event.
     *
     * @param recordedAt when the broker recorded it (a publisher passes its own time): what
     *     "future" is measured by
     */
    public Verdict validate(Event event, Instant recordedAt) {
        try {
            envelopeRules.check(event.envelope(), recordedAt);
            checkContent(event, recordedAt);
            return new Verdict.Accepted(event);
        } catch (BrokenRule broken) {
            return new Verdict.Rejected(event, broken.reason(), broken.getMessage());
        }
    }

    private void checkContent(Event event, Instant recordedAt) {
        if (event instanceof Result result) {
            subjectRules.check(result.subject());
            measurementRules.check(result);
        } else if (event instanceof ModelVersion version) {
            subjectRules.checkModel(version.model());
            subjectRules.checkVersion(version.version());
        } else if (event instanceof ResultRetraction retraction) {
            checkRetraction(retraction, recordedAt);
        }
    }

    /**
     * A retraction keeps a slot among the newest, so its result must be one that could be there.
     */
    private static void checkRetraction(ResultRetraction retraction, Instant recordedAt) {
        EnvelopeRules.requireUuid("result_id", retraction.resultId());
        EnvelopeRules.checkTime("result_occurred_at", retraction.resultOccurredAt(), recordedAt);
        BrokenRule.require("model", retraction.cell().board().model());
        BrokenRule.require("version", retraction.cell().board().version());
        BrokenRule.require("hardware", retraction.cell().hardware());
        if (retraction.evidence() == Evidence.UNRECOGNISED) {
            throw new BrokenRule(
                    Reason.UNKNOWN_EVIDENCE, "evidence must be real, simulated or mock");
        }
    }
}
