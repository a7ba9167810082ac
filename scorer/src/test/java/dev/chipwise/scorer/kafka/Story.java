package dev.chipwise.scorer.kafka;

import static dev.chipwise.scorer.kafka.Events.envelope;

import dev.chipwise.schemas.domain.BatteryResult;
import dev.chipwise.schemas.domain.BenchmarkResult;
import dev.chipwise.schemas.domain.BoardKey;
import dev.chipwise.schemas.domain.CellSummary;
import dev.chipwise.schemas.domain.Configuration;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Evidence;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.domain.Subject;
import dev.chipwise.scorer.score.Scorer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * A random set of valid events about a few boards: failures, retractions, conflicts, mock runs,
 * many times the same instant.
 */
final class Story {

    static final int WINDOW = 4;
    private static final int RESULTS = 60;

    private final Random random;
    private final List<Result> results = new ArrayList<>();
    private final List<ResultRetraction> retractions = new ArrayList<>();

    Story(long seed) {
        random = new Random(seed);
        for (int i = 0; i < RESULTS; i++) {
            results.add(result(i));
        }
        for (int i = 0; i < RESULTS / 6; i++) {
            retractions.add(Events.retraction(1_000 + i, pick(results)));
            contradict(pick(results));
        }
    }

    /** Every event at least once, in an order that tells nothing. */
    List<Event> arriving() {
        var events = new ArrayList<Event>(results);
        events.addAll(retractions);
        for (int i = 0; i < RESULTS / 3; i++) {
            events.add(pick(events));
        }
        Collections.shuffle(events, random);
        return events;
    }

    Random random() {
        return random;
    }

    /** What scoring the set in one go gives. */
    Tables scoredAtOnce() {
        var tables = Tables.empty();
        var scorer = new Scorer(Pipeline.CATALOG, WINDOW);
        var boards = new TreeMap<BoardKey, List<CellSummary>>();
        for (var cell : scorer.summarise(results, retractions)) {
            tables.cells().put(cell.key().topicKey(), cell);
            boards.computeIfAbsent(cell.key().board(), board -> new ArrayList<>()).add(cell);
        }
        boards.forEach(
                (board, cells) -> {
                    var scored = scorer.score(board, cells, Pipeline.CATALOG.profiles().values());
                    scored.scores().forEach(s -> tables.scores().put(s.topicKey(), s));
                    scored.recommendations()
                            .forEach(r -> tables.recommendations().put(r.topicKey(), r));
                });
        return tables;
    }

    private Result result(long id) {
        var subject = subject();
        var envelope = envelope(id, instant());
        return switch (random.nextInt(8)) {
            case 0 -> Events.failed(envelope, subject);
            case 1 -> Events.battery(envelope, subject, 1 + random.nextInt(50));
            case 2 ->
                    new BenchmarkResult(
                            envelope,
                            subject,
                            Events.run(1, "x", 1).outcome(),
                            Events.speed(value()),
                            Evidence.SIMULATED);
            default -> Events.measured(envelope, subject, Events.speed(value()));
        };
    }

    /** The same time and id with other content. */
    private void contradict(Result result) {
        if (result instanceof BenchmarkResult benchmark && benchmark.evidence() == Evidence.REAL) {
            results.add(
                    Events.measured(
                            benchmark.envelope(), benchmark.subject(), Events.speed(value())));
        } else if (result instanceof BatteryResult battery) {
            results.add(
                    Events.battery(battery.envelope(), battery.subject(), 1 + random.nextInt(50)));
        }
    }

    private Subject subject() {
        var plain =
                Events.subject(
                        pick(List.of("m", "m|n", "n")),
                        pick(List.of("v1", "v10")),
                        pick(List.of("x1", "x2", "x3")));
        var words = plain.configuration();
        var configuration =
                new Configuration(
                        words.runtime(),
                        pick(List.of("1.0", "1.1")),
                        words.delegate(),
                        pick(List.of("int8", "fp16")),
                        null,
                        1,
                        null);
        var configured =
                new Subject(
                        plain.model(),
                        plain.version(),
                        plain.hardware(),
                        plain.workload(),
                        configuration);
        return Events.inCase(configured, pick(List.of("classify", "classify", "classify-long")));
    }

    private Instant instant() {
        return Events.NOON.minusSeconds(3_600L * random.nextInt(100));
    }

    private double value() {
        return 1 + random.nextInt(100) / 8.0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
