package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.publish.spool.Spool;
import dev.chipwise.schemas.domain.Catalog;
import dev.chipwise.snapshotter.duckdb.DuckDbSettings;
import dev.chipwise.snapshotter.duckdb.DuckDbStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends how, and what it says to do. Nothing runs; one directory has an empty store. */
class ExitCodeTest {

    @TempDir private static Path root;
    private static Desk empty;

    @BeforeAll
    static void makeAnEmptyStore() {
        empty = new Desk(root.resolve("empty"));
        var file = empty.session().dataDirectory().newStoreFile();
        DuckDbStore.open(file, DuckDbSettings.DEFAULT, Catalog.shipped()).close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                   | name a command",
                "recomend x                           | recommend",
                "recommend                            | Missing required parameter: 'MODEL'",
                "recommend x --weights beauty=1       | --weights beauty is nothing that can be"
                        + " weighed",
                "recommend x --precision fp17         | --precision fp17 is not in the catalogue",
                "recommend x --profile cheap          | --profile cheap is unknown",
                "recommend x --max-latency-p95 30km   | --max-latency-p95 30km is not an amount",
                "snapshot diff --from a               | Missing required option: '--to=TAG'",
                "snapshot diff --from a --to b --threshold x | --threshold x is not a percentage",
                "scores --output xml                  | expected one of [table, json, jsonl, csv,"
                        + " markdown]",
                "query SELEKT                         | SELEKT",
                "publish                              | Missing required parameter: 'FILE'",
                "publish no-such-file.jsonl           | no-such-file.jsonl",
                "topics plan --command-config missing --bootstrap-server x:1 | cannot read"
                        + " --command-config missing",
            })
    void wrongUsageIsTwoAndSaysWhatToWrite(String words, String saying) {
        var answer = empty.run(words.isEmpty() ? new String[0] : words.split(" "));

        assertThat(answer.err()).contains(saying);
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scores                | start 'chipwise up' or 'chipwise demo', or name another"
                        + " --data-dir",
                "recommend x           | there is no store in",
                "topics verify         | start it with 'chipwise up', or name your cluster with"
                        + " --bootstrap-server",
                "store copy            | there is no store in",
            })
    void nothingToTalkToIsFiveAndSaysHowToStartIt(String words, String saying) {
        var answer = new Desk(root.resolve("nowhere")).run(words.split(" "));

        assertThat(answer.err()).contains(saying);
        assertThat(answer.code()).isEqualTo(ExitCode.NOT_REACHABLE);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void publishingToNobodyIsFive() throws IOException {
        var answer = new Desk(root.resolve("nowhere")).run("publish", oneVersion());

        assertThat(answer.code()).isEqualTo(ExitCode.NOT_REACHABLE);
        assertThat(answer.err()).contains("start it with 'chipwise up'");
    }

    @Test
    void spoolingForNobodyIsZeroAndSaysThatNothingIsPublished() throws IOException {
        var desk = new Desk(root.resolve("nowhere"));
        var spool = root.resolve("for-nobody").toString();

        var answer = desk.run("publish", oneVersion(), "--spool", spool);

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).isEqualTo("0 accepted, 0 rejected, 1 spooled\n");
        assertThat(answer.err()).contains("not yet published").contains("'chipwise up'");
        assertThat(desk.with("CHIPWISE_SPOOL", spool).run("spool", "flush").code())
                .isEqualTo(ExitCode.NOT_REACHABLE);
    }

    @Test
    void aSpoolThatAnotherOwnsIsFive() throws IOException {
        var spool = root.resolve("in-use");
        try (var owned = Spool.open(spool, 1_000)) {
            var answer = empty.run("publish", oneVersion(), "--spool", spool.toString());

            assertThat(answer.code()).isEqualTo(ExitCode.NOT_REACHABLE);
            assertThat(answer.err()).contains("another publisher owns the spool " + spool);
            assertThat(owned.waiting()).isZero();
        }
    }

    private static String oneVersion() throws IOException {
        return Files.writeString(
                        root.resolve("one.jsonl"),
                        "{\"kind\":\"version\",\"occurred_at\":\"2024-05-01T00:00:00Z\","
                                + "\"model\":\"m\",\"version\":\"v1\"}\n")
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scores                        | no scores for that",
                "recommend x                   | no results for model 'x'",
                "snapshot show x               | no results for model 'x'",
                "snapshot diff --from a --to b | no results for version 'a'",
            })
    void nothingToAnswerFromIsSix(String words, String saying) {
        var answer = empty.run(words.split(" "));

        assertThat(answer.err()).contains(saying);
        assertThat(answer.code()).isEqualTo(ExitCode.NOTHING_TO_COMPARE);
        assertThat(answer.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "table    | 'a  b    c\n1  x|y\n'",
                "json     | '[ {\n  \"a\" : 1,\n  \"b\" : \"x|y\",\n  \"c\" : null\n} ]\n'",
                "jsonl    | '{\"a\":1,\"b\":\"x|y\",\"c\":null}\n'",
                "csv      | 'a,b,c\r\n1,x|y,\r\n'",
                "markdown | '| a | b | c |\n| ---: | --- | --- |\n| 1 | x\\|y |  |\n'",
            },
            quoteCharacter = '\'')
    void everyAnswerCanBeHadInEveryForm(String form, String expected) {
        var sql = "SELECT 1 AS a, 'x|y' AS b, NULL AS c";

        var answer = empty.run("query", sql, "--output", form);

        assertThat(answer.out()).isEqualTo(expected);
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(empty.run("query", sql, "--output", form.toUpperCase(Locale.ROOT)).out())
                .isEqualTo(expected);
    }

    @Test
    void theVersionSaysWhatItIsMadeWith() {
        var answer = empty.bare("--version");

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).startsWith("chipwise ").contains("kafka 4.3.1").contains("duckdb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "recommend",
                "publish",
                "spool flush",
                "snapshot diff",
                "topics apply",
                "version add"
            })
    void everyCommandSaysHowItIsUsed(String words) {
        var answer = empty.bare((words + " --help").split(" "));

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).startsWith("Usage: chipwise " + words).contains("--data-dir");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void helpListsEveryCommandAndExitCode() {
        var help = empty.bare("--help").out();

        assertThat(help)
                .contains("up", "demo", "run", "topics", "publish", "validate", "version", "doctor")
                .contains("spool")
                .contains("scores", "recommend", "snapshot", "query", "store")
                .contains("safe to retry");
    }
}
