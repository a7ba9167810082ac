package dev.chipwise.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.ingest.git.Checkout;
import dev.chipwise.schemas.domain.Ci;
import dev.chipwise.schemas.domain.ModelVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What publishing says of a CI run, and to it. */
class CiReportsTest {

    private static final Map<String, String> GITHUB =
            Map.of(
                    "GITHUB_ACTIONS", "true",
                    "GITHUB_SERVER_URL", "https://github.com",
                    "GITHUB_REPOSITORY", "acme/net",
                    "GITHUB_SHA", "4f2c",
                    "GITHUB_REF", "refs/heads/a|b",
                    "GITHUB_RUN_ID", "7");

    private final CommandRun chipwise = new CommandRun();

    @TempDir private Path folder;

    @Test
    void publishedEventsSayWhichRunTheyComeFromAndKeepTheirIds() throws IOException {
        var file = write("a.jsonl", line("1.5"));
        chipwise.run("publish", file);

        chipwise.at(folder, GITHUB).run("publish", file);
        chipwise.run("publish", "--no-ci", file);

        var published = chipwise.published();
        assertThat(published.get(0).envelope().ci()).isNull();
        assertThat(published.get(1).envelope().ci())
                .isEqualTo(
                        new Ci(
                                "github",
                                "https://github.com/acme/net",
                                "4f2c",
                                "a|b",
                                "https://github.com/acme/net/actions/runs/7"));
        assertThat(published.get(2)).isEqualTo(published.get(0));
        assertThat(published.get(1).identity()).isEqualTo(published.get(0).identity());
    }

    @Test
    void rejectedRecordsAreMarkedAtTheirLineInGithubActionsOnly() throws IOException {
        var file = write("a,b.jsonl", line("1.5") + "{50%\n");

        chipwise.run("validate", file);
        assertThat(chipwise.err()).doesNotContain("::error");

        var inActions = Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", folder.toString());
        chipwise.at(folder, inActions).run("validate", file);
        assertThat(chipwise.err())
                .contains(
                        "::error file=a%2Cb.jsonl,line=2,title=rejected::unreadable: is not JSON");
    }

    @Test
    void anAnnotationCannotBeBrokenOutOf() {
        chipwise.standardInput(line("1.5").replace("\"kind\"", "\"100%\\n::x\":1,\"kind\""));

        chipwise.at(folder, GITHUB).run("validate", "-");

        assertThat(chipwise.err().lines().filter(line -> line.startsWith("::")))
                .hasSize(1)
                .allMatch(line -> line.startsWith("::error title=rejected::"));
    }

    @Test
    void theSummaryIsAppendedWhereTheServiceWantsIt() throws IOException {
        var file = write("a_b.jsonl", line("1.5") + line("0"));
        var summary = folder.resolve("summary.md");
        var step = Map.of("GITHUB_STEP_SUMMARY", summary.toString());

        chipwise.at(folder, step).run("publish", file);
        chipwise.run("publish", "--dry-run", file);

        var text = Files.readString(summary);
        assertThat(text)
                .contains("**1 accepted, 1 rejected**", "**1 valid, 1 rejected**")
                .contains("a\\_b.jsonl | 1 | 1 | 0 | 0 |")
                .contains("a\\_b.jsonl:2 | zero | latency\\_mean\\_ms is 0");
    }

    @Test
    void theSummarySaysWhichRunItBelongsToAndIsNoMarkupOfOthers() throws IOException {
        var summary = folder.resolve("s.md").toString();

        chipwise.at(folder, GITHUB)
                .run("publish", write("<b>.jsonl", line("1.5")), "--summary", summary);

        assertThat(Files.readString(Path.of(summary)))
                .contains("github, commit 4f2c, branch a\\|b, https://")
                .contains("&lt;b>.jsonl");
    }

    @Test
    void junitHasATestCasePerFileThatFailsWithItsRejections() throws Exception {
        var good = write("good.jsonl", line("1.5"));
        var bad = write("bad.jsonl", line("0") + line("2") + "{\u0001\n");
        var report = folder.resolve("report.xml");

        chipwise.run("publish", good, bad, "--junit", report.toString());

        var xml = parse(Files.readString(report));
        var suite = xml.getElementsByTagName("testsuite").item(0).getAttributes();
        assertThat(suite.getNamedItem("tests").getNodeValue()).isEqualTo("2");
        assertThat(suite.getNamedItem("failures").getNodeValue()).isEqualTo("1");
        var failure = xml.getElementsByTagName("failure");
        assertThat(failure.getLength()).isOne();
        assertThat(failure.item(0).getParentNode().getAttributes().getNamedItem("name"))
                .hasToString("name=\"" + bad + "\"");
        assertThat(failure.item(0).getTextContent())
                .contains(bad + ":1: zero", bad + ":3: unreadable");
    }

    @ParameterizedTest
    @CsvSource({"validate, valid", "publish, accepted"})
    void reportsCallNothingAcceptedThatNobodyTook(String command, String word) throws IOException {
        var report = folder.resolve("report.xml");

        chipwise.run(command, write("a.jsonl", line("1.5")), "--junit", report.toString());

        assertThat(Files.readString(report)).contains("1 " + word + ", 0 rejected, 0 left out");
    }

    @Test
    void aReportThatCannotBeWrittenIsSaidBeforeAnythingIsPublished() throws IOException {
        var file = write("a.jsonl", line("1.5"));

        assertThat(chipwise.run("publish", file, "--junit", folder + "/gone/r.xml")).isEqualTo(2);

        assertThat(chipwise.err()).contains("--junit " + folder + "/gone/r.xml cannot be written");
        assertThat(chipwise.published()).isEmpty();
    }

    @Test
    void aVersionIsTaggedFromTheCommitOnce() throws Exception {
        var checkout = Checkout.in(folder);
        checkout.git("tag", "v1");
        chipwise.at(folder, checkout.environment());

        assertThat(chipwise.run("version", "tag", "net", "--parent", "v0")).isZero();
        assertThat(chipwise.out()).isEqualTo("registered net v1\n");
        var version = (ModelVersion) chipwise.published().get(0);
        assertThat(version.version().commit()).isEqualTo(checkout.commit());
        assertThat(version.envelope().ci().provider()).isEqualTo("git");
        assertThat(version.envelope().source().name()).isEqualTo("chipwise version tag");
        assertThat(chipwise.run("version", "tag", "net", "--parent", "v0")).isZero();
        assertThat(chipwise.out()).isEqualTo("net v1 was registered before\n");
    }

    @Test
    void aVersionOfChangedFilesSaysSo() throws Exception {
        var checkout = Checkout.in(folder);
        checkout.change();

        assertThat(chipwise.at(folder, checkout.environment()).run("version", "tag", "net"))
                .isZero();
        assertThat(chipwise.out()).endsWith("-dirty\n");
        assertThat(chipwise.err()).contains("files were changed since " + checkout.commit());
    }

    @Test
    void withoutACommitThereIsNoVersionToTag() {
        assertThat(chipwise.run("version", "tag", "net")).isEqualTo(2);
        assertThat(chipwise.err()).contains("git knows no commit", "version add");
    }

    @Test
    void whyGitKnowsNoCommitIsSaidInItsOwnWords() throws Exception {
        var variables = new HashMap<>(Checkout.in(folder).environment());
        variables.put("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");

        assertThat(chipwise.at(folder, variables).run("version", "tag", "net")).isEqualTo(2);
        assertThat(chipwise.err()).contains("git knows no commit", "dubious ownership");
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String line(String latency) {
        return """
        {"kind":"benchmark","occurred_at":"2026-03-01T00:00:00Z","model":"m",\
        "hardware":{"id":"cpu/acme/one"},"configuration":{"runtime":"tflite"},\
        "metrics":{"latency_mean_ms":%s}}
        """
                .formatted(latency);
    }
}
