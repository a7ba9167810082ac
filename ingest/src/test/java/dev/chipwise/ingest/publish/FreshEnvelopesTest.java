package dev.chipwise.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Source;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FreshEnvelopesTest {

    private static final Source SOURCE = new Source(Source.Kind.CLI, "test", null, null);

    @Test
    void idsAreInOrderOfTimeAndNeverTheSame() {
        var envelopes = new FreshEnvelopes(new Random(1), ResultSamples.CLOCK);
        var clock = Clock.offset(ResultSamples.CLOCK, Duration.ofMillis(1));
        var later = new FreshEnvelopes(new Random(1), clock);

        var first = envelopes.next(SOURCE);

        assertThat(first.occurredAt()).isEqualTo(ResultSamples.NOW);
        assertThat(first.eventId().charAt(14)).isEqualTo('7');
        assertThat(envelopes.next(SOURCE).eventId()).isNotEqualTo(first.eventId());
        assertThat(later.next(SOURCE).eventId()).isGreaterThan(first.eventId());
    }
}
