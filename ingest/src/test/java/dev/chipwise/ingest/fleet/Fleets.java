package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Result;
import java.time.Instant;
import java.util.List;

/** The fleets that these tests look at. */
final class Fleets {

    static final Catalog CATALOG = Catalog.shipped();
    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private Fleets() {}

    static SampleFleet demo(long seed) {
        return of(seed, FleetSettings.demo());
    }

    static SampleFleet of(long seed, FleetSettings settings) {
        return new SampleFleet(seed, START, settings, CATALOG);
    }

    static List<Result> results(SampleFleet fleet) {
        return fleet.events().filter(Result.class::isInstance).map(Result.class::cast).toList();
    }

    /** The first version's board of a model. */
    static BoardKey board(SampleFleet fleet, String model) {
        return fleet.truth()
                .boards()
                .filter(board -> board.model().equals(model))
                .findFirst()
                .orElseThrow();
    }
}
