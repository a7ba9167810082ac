package dev.chipwise.deploy.bench;

import dev.chipwise.ingest.fleet.FleetSettings;
import dev.chipwise.ingest.fleet.SampleFleet;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.CellKey;
import dev.chipwise.schemas.domain.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Cells of one board with several runs each, measured by the sample fleet: what the models of a
 * load have in common but their names. Equal arguments give equal runs.
 */
final class Template {

    private static final long SEED = 1;
    private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");

    /** Every second one has energy runs too, as on the sample fleet. */
    private static final int SESSIONS = 4;

    /** Some devices cannot run the model. */
    private static final int SPARE_DEVICES = 6;

    private final List<List<Result>> cells;

    private Template(List<List<Result>> cells) {
        this.cells = cells;
    }

    static Template of(LoadShape shape, Catalog catalog) {
        int devices = SPARE_DEVICES + 2 * shape.cellsPerBoard() / shape.configurations();
        var settings = new FleetSettings(1, devices, shape.configurations(), 1, SESSIONS);
        var byCell = new LinkedHashMap<CellKey, List<Result>>();
        new SampleFleet(SEED, START, settings, catalog)
                .events()
                .filter(Result.class::isInstance)
                .map(Result.class::cast)
                .filter(result -> !result.measurements().isEmpty())
                .forEach(
                        result ->
                                byCell.computeIfAbsent(
                                                result.subject().cell(), any -> new ArrayList<>())
                                        .add(result));
        if (byCell.size() < shape.cellsPerBoard()) {
            throw new IllegalStateException(
                    "the sample fleet measured only " + byCell.size() + " cells");
        }
        return new Template(
                byCell.values().stream().limit(shape.cellsPerBoard()).map(List::copyOf).toList());
    }

    int cells() {
        return cells.size();
    }

    /** Some run of a cell, another one for another number. */
    Result run(int cell, int number) {
        var runs = cells.get(cell);
        return runs.get(number % runs.size());
    }
}
