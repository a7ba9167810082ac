package dev.chipwise.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.publish.ResultSamples;
import dev.chipwise.schemas.domain.ModelVersion;
import dev.chipwise.schemas.domain.Version;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionCommandTest {

    private final CommandRun chipwise = new CommandRun();

    @Test
    void registersAVersion() {
        int exit =
                chipwise.run(
                        "version",
                        "add",
                        "resnet50",
                        "v2",
                        "--commit",
                        "4f2c",
                        "--parent",
                        "v1",
                        "--metadata",
                        "{\"data\": \"imagenet\", \"epochs\": 90, \"tags\": [1]}");

        assertThat(exit).isZero();
        assertThat(chipwise.out()).isEqualTo("registered resnet50 v2\n");
        var version = (ModelVersion) chipwise.published().get(0);
        assertThat(version.version()).isEqualTo(new Version("v2", "4f2c", null));
        assertThat(version.parentTag()).isEqualTo("v1");
        assertThat(version.metadata())
                .isEqualTo(Map.of("data", "imagenet", "epochs", "90", "tags", "[1]"));
        assertThat(version.registeredAt()).isEqualTo(ResultSamples.NOW);
    }

    @Test
    void theSameVersionAgainChangesNothingAndAnotherIsAConflict() {
        chipwise.run("version", "add", "resnet50", "v2", "--commit", "4f2c");

        assertThat(chipwise.run("version", "add", "resnet50", "v2", "--commit", "4f2c")).isZero();
        assertThat(chipwise.out()).contains("registered before");
        assertThat(chipwise.run("version", "add", "resnet50", "v2", "--commit", "beef"))
                .isEqualTo(4);
        assertThat(chipwise.err()).contains("conflicting_version").contains("use another tag");
        assertThat(chipwise.published()).hasSize(1);
    }

    @Test
    void metadataThatIsNoObjectIsWrongUsage() {
        assertThat(chipwise.run("version", "add", "m", "v", "--metadata", "[1]")).isEqualTo(2);
        assertThat(chipwise.run("version", "add", "m", "v", "--metadata", "{")).isEqualTo(2);
        assertThat(chipwise.err()).contains("--metadata must be a JSON object");
        assertThat(chipwise.run("version")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "csv; 'model,version,parent,commit,artifact_sha256,registered_at,conflict,metadata\n"
                        + "m|x,v2,,,,2026-03-01T12:00:00Z,false,\"{\"\"a\"\":\"\"1\"\"}\"\n'",
                "jsonl; '{\"model\":\"m|x\",\"version\":\"v2\",\"parent\":null,\"commit\":null,"
                        + "\"artifact_sha256\":null,\"registered_at\":\"2026-03-01T12:00:00Z\","
                        + "\"conflict\":false,\"metadata\":{\"a\":\"1\"}}\n'",
                "markdown; '| model | version | parent | commit | artifact_sha256 | registered_at"
                        + " | conflict | metadata |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n"
                        + "| m\\|x | v2 |  |  |  | 2026-03-01T12:00:00Z | false | {\"a\":\"1\"} |\n'",
                "table; 'model  version  parent  commit  artifact_sha256  registered_at"
                        + "         conflict  metadata\n"
                        + "m|x    v2                                        2026-03-01T12:00:00Z"
                        + "  false     {\"a\":\"1\"}\n'",
            })
    void listsInEveryFormat(String format, String expected) {
        chipwise.run("version", "add", "m|x", "v2", "--metadata", "{\"a\": 1}");
        chipwise.run("version", "add", "other", "v1");

        assertThat(chipwise.run("version", "list", "m|x", "--output", format)).isZero();

        assertThat(chipwise.out()).isEqualTo(expected);
    }

    @Test
    void aVersionThatWasPublishedTwiceIsListedOnce() {
        var line =
                "{\"kind\":\"version\",\"occurred_at\":\"2026-02-01T10:00:00Z\",\"model\":\"m\","
                        + "\"version\":\"v1\"}\n";
        chipwise.standardInput(line).run("publish", "-");
        chipwise.standardInput(line).run("publish", "-");
        assertThat(chipwise.published()).hasSize(2);

        assertThat(chipwise.run("version", "list", "--output", "jsonl")).isZero();

        assertThat(chipwise.out().lines()).hasSize(1);
    }

    @Test
    void listsTheFormats() {
        assertThat(chipwise.run("formats", "--output", "csv")).isZero();
        assertThat(chipwise.out()).contains("\naihub,").contains("\nchipwise,");
        assertThat(chipwise.run("formats", "--output", "jsn")).isEqualTo(2);
        assertThat(chipwise.err()).contains("did you mean 'json'?");
    }
}
