package dev.chipwise.ingest.fleet;

import dev.chipwise.schemas.domain.Canonical;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.EventId;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Outcome;
import dev.chipwise.schemas.domain.Source;
import dev.chipwise.schemas.domain.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The events of a made-up fleet, and the truth behind them. Equal seeds, starts and settings give
 * equal events; what one cell measures does not depend on which others there are. Nothing is kept:
 * a fleet of any size needs the memory of its devices.
 */
public final class SampleFleet {

    private static final Source SOURCE =
            new Source(Source.Kind.HARNESS, "sample-fleet", null, null);
    private static final double SESSION_DRIFT = 0.015;

    private final long seed;
    private final Fleet fleet;
    private final Physics physics;
    private final Schedule schedule;
    private final BenchmarkRunner benchmarks;
    private final BatteryRunner batteries;
    private final Truth truth;
    private final int sessions;

    /**
     * A fleet.
     *
     * @param start when the first version is registered; the last result is {@code
     *     settings.sessions()} days and some hours later at most
     */
    public SampleFleet(long seed, Instant start, FleetSettings settings, Catalog catalog) {
        var tables = new FleetTables();
        this.seed = seed;
        fleet = new Fleet(tables, settings);
        physics = new Physics(tables);
        schedule = new Schedule(seed, start, settings.sessions(), tables.regression());
        benchmarks = new BenchmarkRunner(catalog);
        batteries = new BatteryRunner(catalog);
        truth = new Truth(fleet, physics, tables.regression(), catalog);
        sessions = settings.sessions();
    }

    /** What is known of this fleet before anything is measured. */
    public Truth truth() {
        return truth;
    }

    /** The versions, then session after session of results; within a session model after model. */
    public Stream<Event> events() {
        var versions = fleet.models().flatMap(this::registrations);
        var results = IntStream.range(0, sessions).boxed().flatMap(this::session);
        return Stream.concat(versions, results);
    }

    private Stream<Event> registrations(ModelSpec model) {
        var versions = fleet.versions();
        return IntStream.range(0, versions.size()).mapToObj(i -> registration(model, i));
    }

    private Event registration(ModelSpec model, int version) {
        var tag = fleet.versions().get(version);
        var parent = version == 0 ? null : fleet.versions().get(version - 1);
        var commit = Canonical.hash(model.name() + " " + tag).substring(0, 40);
        return identified(
                envelope ->
                        new ModelVersion(
                                envelope,
                                model.model(),
                                new Version(tag, commit, null),
                                parent,
                                null),
                schedule.registration(version),
                Map.of());
    }

    private Stream<Event> session(int session) {
        return IntStream.range(0, fleet.modelCount())
                .boxed()
                .flatMap(model -> session(session, model));
    }

    private Stream<Event> session(int session, int model) {
        var spec = fleet.model(model);
        return fleet.devices().stream()
                .flatMap(device -> session(session, model, fleet.cells(spec, device).toList()));
    }

    /** One session of a model on one device: its cells one after the other. */
    private Stream<Event> session(int session, int model, List<Cell> cells) {
        return IntStream.range(0, cells.size())
                .boxed()
                .flatMap(i -> runs(cells.get(i), session, schedule.benchmark(session, model, i)));
    }

    private Stream<Event> runs(Cell cell, int session, Instant at) {
        var failure = physics.failure(cell);
        if (failure.isPresent()) {
            return failures(cell, failure.get(), session, at);
        }
        if (session >= schedule.runs(cell)) {
            return Stream.empty();
        }
        var expected = physics.expected(cell);
        var benchmark = benchmark(cell, expected, session, at);
        return schedule.hasEnergyRun(session)
                ? Stream.of(benchmark, battery(cell, expected, session, schedule.energyRun(at)))
                : Stream.of(benchmark);
    }

    private Stream<Event> failures(Cell cell, Outcome outcome, int session, Instant at) {
        if (session >= schedule.attempts(outcome)) {
            return Stream.empty();
        }
        return Stream.of(
                identified(
                        envelope -> benchmarks.failure(envelope, cell, outcome),
                        at,
                        labels(session)));
    }

    private Event benchmark(Cell cell, Expected expected, int session, Instant at) {
        return identified(
                envelope -> {
                    var noise = noise("benchmark", cell, session);
                    return benchmarks.run(
                            envelope, cell, expected, slower(cell, session, noise), noise);
                },
                at,
                labels(session));
    }

    private Event battery(Cell cell, Expected expected, int session, Instant at) {
        return identified(
                envelope -> {
                    var noise = noise("battery", cell, session);
                    return batteries.run(
                            envelope, cell, expected, slower(cell, session, noise), noise);
                },
                at,
                labels(session));
    }

    private static Map<String, String> labels(int session) {
        return Map.of("session", "" + (session + 1));
    }

    private Noise noise(String kind, Cell cell, int session) {
        var names = cell.names();
        return Noise.of(seed, kind, names[0], names[1], names[2], cell.version(), "" + session);
    }

    /**
     * By how much a run is slower than the truth: its own noise, the session's drift, and rarely a
     * spike.
     */
    private double slower(Cell cell, int session, Noise noise) {
        var device = cell.device();
        double drift =
                Noise.of(seed, "session", device.hardware().id(), "" + session)
                        .factor(SESSION_DRIFT);
        return drift * noise.factor(device.runNoise()) * noise.spike();
    }

    /** The event with the id that follows from its time and content. */
    private static Event identified(
            Function<Envelope, Event> event, Instant at, Map<String, String> labels) {
        var unnamed = new Envelope(null, at, SOURCE, labels);
        var content = Canonical.text((Record) event.apply(unnamed));
        return event.apply(unnamed.withEventId(EventId.derived(at, content)));
    }
}
