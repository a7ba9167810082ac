package dev.chipwise.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultValidator;
import dev.chipwise.schemas.domain.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final Catalog CATALOG = Catalog.shipped();

    private final Load load = new Load(400, CATALOG);

    @Test
    void hasAsManyEventsAsWanted() {
        assertThat(load.events()).hasSize(400);
        assertThat(new Load(1, CATALOG).events()).hasSize(1);
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(new Load(400, CATALOG).events()).isEqualTo(load.events());
    }

    @Test
    void registersEveryModelBeforeItsResults() {
        var registered = load.events().subList(0, load.models());

        assertThat(registered).allMatch(ModelVersion.class::isInstance);
        assertThat(load.events().subList(load.models(), 400))
                .allMatch(Result.class::isInstance)
                .extracting(Event::modelName)
                .isSubsetOf(registered.stream().map(Event::modelName).toList());
    }

    @Test
    void arrivesInOrderOfTimeFromAllModelsAtOnce() {
        var results = load.events().subList(load.models(), 400);

        assertThat(results)
                .isSortedAccordingTo(Comparator.comparing(it -> it.envelope().occurredAt()));
        assertThat(
                        results.subList(0, 20).stream()
                                .map(Event::modelName)
                                .collect(Collectors.toSet()))
                .hasSizeGreaterThan(10);
    }

    @Test
    void holdsNothingThatWouldBeRefused() {
        var validator = new ResultValidator(CATALOG);
        var recorded = Instant.parse("2026-11-20T10:00:00Z");

        assertThat(load.events())
                .allMatch(it -> validator.validate(it, recorded) instanceof Verdict.Accepted)
                .extracting(it -> it.envelope().eventId())
                .doesNotHaveDuplicates();
    }

    @Test
    void repeatsOnlyWhatMeasuredSomething() {
        assertThat(load.repeatable()).isNotEmpty().noneMatch(it -> it.measurements().isEmpty());
    }
}
