package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.deploy.broker.EmbeddedBroker;
import dev.chipwise.schemas.domain.Event;
import dev.chipwise.schemas.samples.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code store verify} on a real file that somebody has damaged says what, where and which row. */
class DamagedStoreIT {

    private static final int RESULTS = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LANE = "topic || '/' || \"partition\"";

    @TempDir private static Path directory;
    private static Desk desk;
    private static Path file;
    private static Path sound;
    private static EmbeddedBroker broker;

    @BeforeAll
    static void fillAndStop() throws Exception {
        desk = new Desk(directory);
        desk.whileUp(DamagedStoreIT::publish);
        file = desk.session().dataDirectory().storeFile();
        sound = Files.copy(file, directory.resolve("sound.duckdb"));
        broker = EmbeddedBroker.start(desk.session().dataDirectory().broker());
    }

    private static void publish() {
        var events = new ArrayList<Event>(List.of(Samples.version(100)));
        IntStream.range(0, RESULTS).mapToObj(Samples::benchmark).forEach(events::add);
        try (var publisher = desk.session().publishers().connected()) {
            events.forEach(publisher::publish);
            publisher.flush();
            assertThat(publisher.counts().accepted()).isEqualTo(events.size());
        }
        assertThat(desk.settled(PATIENCE)).isTrue();
    }

    @AfterAll
    static void stopTheBroker() {
        broker.close();
    }

    @Test
    void findsNothingInTheFileAsItWasLeft() throws IOException {
        // Given
        Files.copy(sound, file, StandardCopyOption.REPLACE_EXISTING);

        // When
        var answer = verify();

        // Then
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.OK);
        assertThat(answer.lines()).containsExactly("invariant,table,key,detail");
    }

    /** Invariant and table to be named; which key is damaged, the first of them; and the damage. */
    @ParameterizedTest(name = "{0} in {1}: {3}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
                    I1; benchmark.result.v1; event_id FROM benchmark_results; DELETE FROM benchmark_results WHERE event_id = '${key}'
                    I2; benchmark_results; event_id FROM benchmark_results; INSERT INTO benchmark_results FROM benchmark_results WHERE event_id = '${key}'
                    I2; benchmark.result.v1; event_id FROM benchmark_results; UPDATE benchmark_results SET "offset" = "offset" + 1 WHERE event_id = '${key}'
                    I2; benchmark_results; event_id FROM benchmark_results; UPDATE benchmark_results SET latency_mean_ms = 1 WHERE event_id = '${key}'
                    I3; sink_progress; ${lane} FROM batch_ledger; UPDATE sink_progress SET next_offset = next_offset - 1 WHERE ${lane} = '${key}'
                    I3; sink_progress; ${lane} FROM batch_ledger; DELETE FROM batch_ledger WHERE ${lane} = '${key}'
                    I4; batch_ledger; ${lane} FROM batch_ledger; UPDATE batch_ledger SET rows_new = rows_new + 1 WHERE ${lane} = '${key}'
                    I5; score_records; topic_key FROM score_records; UPDATE score_records SET profiles = list_transform(profiles, lambda it: struct_update(it, score := 0.123)) WHERE topic_key = '${key}'
                    I5; recommendations; topic_key FROM recommendations; UPDATE recommendations SET profile = 'x' WHERE topic_key = '${key}'
                    I5; compatibility_snapshots; topic_key FROM compatibility_snapshots; UPDATE compatibility_snapshots SET content_hash = 'x' WHERE topic_key = '${key}'
                    """)
    void namesTheInvariantTheTableAndTheRow(
            String invariant, String table, String keys, String damage) throws Exception {
        // Given
        Files.copy(sound, file, StandardCopyOption.REPLACE_EXISTING);
        var key = damage("SELECT " + keys + " ORDER BY 1 LIMIT 1", damage);

        // When
        var answer = verify();

        // Then
        assertThat(answer.code()).as(answer.err()).isEqualTo(1);
        assertThat(answer.lines())
                .anySatisfy(
                        line -> assertThat(line).startsWith(invariant + "," + table + "," + key));
    }

    private static Desk.Answer verify() {
        return desk.run(
                "store",
                "verify",
                "--output",
                "csv",
                "--bootstrap-server",
                broker.bootstrapServers());
    }

    /** Does this to the row of the first key, in a connection like anybody's; returns the key. */
    private static String damage(String firstKey, String damage) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                var statement = connection.createStatement()) {
            String key;
            try (var keys = statement.executeQuery(firstKey.replace("${lane}", LANE))) {
                assertThat(keys.next()).isTrue();
                key = keys.getString(1);
            }
            var sql = damage.replace("${lane}", LANE).replace("${key}", key);
            assertThat(statement.executeUpdate(sql)).isPositive();
            return key;
        }
    }
}
