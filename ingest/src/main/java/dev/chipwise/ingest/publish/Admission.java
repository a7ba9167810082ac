package dev.chipwise.ingest.publish;

import dev.chipwise.ingest.publish.Acknowledgement.Refused;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.Verdict;
import java.time.Clock;
import java.util.Optional;

/** Decides before anything is sent whether an event may be published. */
@FunctionalInterface
public interface Admission {

    /** Why it may not, if so. */
    Optional<Refused> refusal(Event event);

    /**
     * Admits what the scorer would accept.
     *
     * @param clock the publisher's own, against which "in the future" is judged
     */
    static Admission byRules(ResultValidator validator, Clock clock) {
        return event ->
                validator.validate(event, clock.instant()) instanceof Verdict.Rejected rejected
                        ? Optional.of(
                                new Refused(
                                        event.envelope().eventId(),
                                        rejected.reason(),
                                        rejected.detail()))
                        : Optional.empty();
    }

    /** Admits what both admit. */
    default Admission and(Admission next) {
        return event -> refusal(event).or(() -> next.refusal(event));
    }
}
