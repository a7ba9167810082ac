package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.chipwise.ingest.fleet.FleetSettings;
import dev.chipwise.ingest.fleet.SampleFleet;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.domain.Result;
import dev.chipwise.schemas.domain.ResultRetraction;
import dev.chipwise.schemas.samples.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However the same events come, and whatever is lost on the way, the tables are the same. */
class RestartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir private static Path directory;
    private static List<Event> events;
    private static Map<String, List<String>> uninterrupted;

    @BeforeAll
    static void withoutInterruption() throws InterruptedException {
        events = events();
        var desk = new Desk(directory.resolve("uninterrupted"));
        desk.whileUp(
                () -> {
                    publish(desk, events);
                    uninterrupted = StoredTables.read(desk);
                });
        assertThat(uninterrupted).allSatisfy(RestartIT::hasRows);
    }

    @Test
    void stateLostBetweenTwoStartsChangesNothing() throws Exception {
        var shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(7));
        int half = shuffled.size() / 2;
        var desk = new Desk(directory.resolve("restarted"));

        desk.whileUp(() -> publish(desk, shuffled.subList(0, half)));
        deleteState(desk);
        // A third of it for the second time.
        desk.whileUp(() -> publish(desk, shuffled.subList(half / 2, shuffled.size())));
        deleteState(desk);
        desk.whileUp(
                () -> {
                    assertThat(desk.settled(PATIENCE)).isTrue();
                    assertSame(StoredTables.read(desk));
                    assertThat(desk.run("store", "verify", "--output", "csv").lines()).hasSize(1);
                });
    }

    @Test
    void anotherNumberOfPartitionsChangesNothing() {
        var backwards = new ArrayList<>(events);
        Collections.reverse(backwards);
        var desk = new Desk(directory.resolve("split"));

        try (var running = new OwnBroker(desk.session(), 7)) {
            await().atMost(PATIENCE).until(running::isReady);
            publish(desk, backwards);
            assertSame(StoredTables.read(desk));
            assertThat(desk.run("store", "verify", "--output", "csv").lines()).hasSize(1);
        }
    }

    private static void hasRows(String table, List<String> lines) {
        assertThat(lines).as(table).hasSizeGreaterThan(1);
    }

    private static void assertSame(Map<String, List<String>> tables) {
        assertThat(tables.keySet()).isEqualTo(uninterrupted.keySet());
        uninterrupted.forEach(
                (table, rows) -> assertThat(tables.get(table)).as(table).isEqualTo(rows));
    }

    private static void publish(Desk desk, List<Event> some) {
        try (var publisher = desk.session().publishers().connected()) {
            some.forEach(publisher::publish);
            publisher.flush();
            assertThat(publisher.counts().accepted()).isEqualTo(some.size());
        }
        assertThat(desk.settled(PATIENCE)).isTrue();
    }

    /** A small fleet's registrations, results of both kinds, and some results taken back. */
    private static List<Event> events() {
        var start = Instant.parse("2024-03-04T06:00:00Z");
        var settings = new FleetSettings(2, 5, 3, 2, 3);
        var fleet = new SampleFleet(3, start, settings, Catalog.shipped());
        var events = new ArrayList<Event>(fleet.events().toList());
        var results = events.stream().filter(Result.class::isInstance).toList();
        for (int n = 0; n < results.size(); n += 40) {
            var envelope = Samples.result(n).at(start.plus(Duration.ofDays(30))).benchmark();
            events.add(
                    ResultRetraction.of(
                            (Result) results.get(n), envelope.envelope(), "a wrong driver"));
        }
        return events;
    }

    private static void deleteState(Desk desk) throws IOException {
        var state = desk.session().dataDirectory().state();
        try (var files = Files.walk(state)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
