package dev.chipwise.deploy.bench;

import dev.chipwise.ingest.fleet.FleetSettings;
import dev.chipwise.ingest.fleet.SampleFleet;
import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Envelope;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.EventId;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The events that are published: the sample fleet of many small boards, arriving from all devices
 * at once and in the order of time. Equal counts give equal events.
 */
public final class Load {

    private static final long SEED = 1;
    private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
    private static final Duration APART = Duration.ofMillis(1);
    private static final int DEVICES = 5;
    private static final int CONFIGURATIONS = 1;

    /** Fewer than a model has, as some fail and are not measured for energy. */
    private static final int EVENTS_PER_MODEL = 8;

    private final List<Event> events;
    private final int models;

    public Load(int count, Catalog catalog) {
        models = 1 + count / EVENTS_PER_MODEL;
        var settings = FleetSettings.load(models, DEVICES, CONFIGURATIONS);
        var fleet = new SampleFleet(SEED, START, settings, catalog).events().toList();
        events = inOrderOfArrival(fleet).limit(count).toList();
    }

    public List<Event> events() {
        return events;
    }

    /** How many models register in it; the rest of the events are results of theirs. */
    public int models() {
        return models;
    }

    /** The results that measured something, to be measured again. */
    public List<Result> repeatable() {
        return events.stream()
                .filter(Result.class::isInstance)
                .map(Result.class::cast)
                .filter(result -> !result.measurements().isEmpty())
                .toList();
    }

    private static Stream<Event> inOrderOfArrival(List<Event> fleet) {
        var versions = fleet.stream().filter(ModelVersion.class::isInstance);
        var results = new ArrayList<Result>();
        fleet.stream().filter(Result.class::isInstance).forEach(it -> results.add((Result) it));
        var random = new Random(SEED);
        Collections.shuffle(results, random);
        var stamped = new ArrayList<Event>();
        var at = START.plus(Duration.ofHours(1));
        for (var result : results) {
            at = at.plus(APART);
            stamped.add(stamped(result, at, random));
        }
        return Stream.concat(versions, stamped.stream());
    }

    /** The same result as if it had been measured at that time, with an id of its own. */
    public static Result stamped(Result result, Instant at, RandomGenerator random) {
        var id = EventId.fresh(at, random.nextLong(), random.nextLong());
        var before = result.envelope();
        var envelope = new Envelope(id, at, before.source(), before.ci(), before.labels());
        if (result instanceof BenchmarkResult benchmark) {
            return new BenchmarkResult(
                    envelope,
                    benchmark.subject(),
                    benchmark.outcome(),
                    benchmark.measurements(),
                    benchmark.evidence(),
                    benchmark.protocol(),
                    benchmark.accuracy(),
                    benchmark.rawLatenciesMs());
        }
        var battery = (BatteryResult) result;
        return new BatteryResult(
                envelope,
                battery.subject(),
                battery.outcome(),
                battery.measurements(),
                battery.evidence(),
                battery.protocol(),
                battery.throttling(),
                battery.temperatures(),
                battery.samples());
    }
}
