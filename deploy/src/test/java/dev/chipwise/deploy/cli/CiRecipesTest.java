package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The recipes for CI services are what those services read, and agree with what they run. */
class CiRecipesTest {

    private static final Path FOLDER = Path.of("ci");

    @Test
    void theGithubStepHandsEveryInputOverByEnvironmentAlone() throws IOException {
        var action = yaml("github/action.yml");
        var step = action.at("/runs/steps/0");

        assertThat(names(step.get("env")))
                .containsExactlyInAnyOrderElementsOf(
                        names(action.get("inputs")).stream()
                                .map(name -> name.toUpperCase(Locale.ROOT))
                                .toList());
        step.get("env")
                .properties()
                .forEach(
                        variable ->
                                assertThat(variable.getValue().asText())
                                        .isEqualTo(
                                                "${{ inputs."
                                                        + variable.getKey().toLowerCase(Locale.ROOT)
                                                        + " }}"));
        assertThat(step.get("run").asText()).doesNotContain("${{");
    }

    @Test
    void theScriptOfTheGithubStepReadsEveryInput() throws IOException {
        var script = Files.readString(FOLDER.resolve("github/publish.sh"));

        for (var name : names(yaml("github/action.yml").at("/runs/steps/0/env"))) {
            assertThat(script).containsPattern("\\$\\{?" + name + "\\b");
        }
    }

    @Test
    void theGitlabJobPublishesAndKeepsItsReportWhateverHappens() throws IOException {
        var job = yaml("gitlab/chipwise.gitlab-ci.yml").get(".chipwise-publish");

        var script =
                StreamSupport.stream(job.get("script").spliterator(), false).map(JsonNode::asText);
        assertThat(script).anyMatch(line -> line.contains("chipwise-publish publish --junit"));
        assertThat(job.at("/artifacts/when").asText()).isEqualTo("always");
        assertThat(job.at("/artifacts/reports/junit").asText()).isEqualTo("chipwise.xml");
        assertThat(job.at("/retry/exit_codes").asInt()).isEqualTo(ExitCode.NOT_REACHABLE);
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode yaml(String name) throws IOException {
        return new YAMLMapper().readTree(FOLDER.resolve(name).toFile());
    }
}
