package dev.chipwise.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chipwise.schemas.domain.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, and asking about what it has left behind. */
class DemoIT {

    private static final Pattern INJECTED =
            Pattern.compile("injected: (\\S+) of (\\S+) on (\\S+) x\\S+ \\(.*\\): (.*)");

    @TempDir private static Path directory;
    private static Desk desk;
    private static Desk.Answer demo;

    @BeforeAll
    static void demo() {
        desk = new Desk(directory);
        demo = desk.run("demo", "--exit");
    }

    @Test
    void endsWell() {
        assertThat(demo.code()).as(demo.err()).isZero();
        assertThat(demo.err()).contains(" events of a sample fleet accepted, 0 rejected");
    }

    @Test
    void ranksHardwareForEveryProfile() {
        for (var profile : Catalog.shipped().profiles().keySet()) {
            assertThat(section("profile " + profile)).as(profile).isNotEmpty();
        }
        assertThat(section("profile latency").get(1))
                .contains("rank", "tier", "score", "lower", "upper", "evidence");
    }

    @Test
    void latencyAndBatteryPreferOtherHardwareAndItSaysWhy() {
        assertThat(hardwareInOrder("latency")).isNotEmpty();
        assertThat(hardwareInOrder("latency")).isNotEqualTo(hardwareInOrder("battery"));
        var why =
                demo.lines().stream()
                        .filter(line -> line.startsWith("Why they differ: "))
                        .map(line -> line.toLowerCase(Locale.ROOT).replace(' ', '-'))
                        .toList();
        assertThat(why).hasSize(1);
        assertThat(why.get(0))
                .contains("latency-prefers-" + device(hardwareInOrder("latency").get(0)))
                .contains("battery-prefers-" + device(hardwareInOrder("battery").get(0)));
    }

    @Test
    void findsTheInjectedRegressionAndNothingElse() {
        var said =
                demo.lines().stream()
                        .map(INJECTED::matcher)
                        .filter(line -> line.matches())
                        .findFirst()
                        .orElseThrow();

        assertThat(said.group(4)).isEqualTo("found, and nothing else is called a regression");
        var regressed = section("== What changed from");
        assertThat(regressed.subList(2, regressed.indexOf("")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(said.group(2), said.group(3)))
                .anySatisfy(line -> assertThat(line).contains(said.group(1)));
    }

    @Test
    void saysWhereTheFileIsAndThatItIsSound() {
        assertThat(demo.lines())
                .contains("file: " + directory.resolve("store").resolve("chipwise.duckdb"))
                .contains("store verify: clean");
    }

    @Test
    void questionsAreAnsweredTheSameWithAndWithoutUp() throws InterruptedException {
        var without = answers();

        var with = new ArrayList<Desk.Answer>();
        desk.whileUp(() -> with.addAll(answers()));

        assertThat(without)
                .allSatisfy(answer -> assertThat(answer.code()).as(answer.err()).isZero());
        assertThat(without).allSatisfy(answer -> assertThat(answer.out()).isNotBlank());
        assertThat(with).extracting(Desk.Answer::out).isEqualTo(outs(without));
    }

    private static List<Desk.Answer> answers() {
        var model = desk.sql("SELECT min(model) FROM benchmark_results").get(0).get(0);
        return List.of(
                desk.run("recommend", model, "--profile", "battery"),
                desk.run("recommend", model, "--latency-sensitive", "--output", "json"),
                desk.run("scores", "--model", model, "--output", "csv"),
                desk.run("snapshot", "list", "--output", "markdown"),
                desk.run("query", "SELECT count(*) FROM benchmark_results", "--output", "jsonl"),
                desk.run("store", "verify", "--output", "csv"));
    }

    private static List<String> outs(List<Desk.Answer> answers) {
        return answers.stream().map(Desk.Answer::out).toList();
    }

    private static String device(String hardwareId) {
        return hardwareId.substring(hardwareId.lastIndexOf('/') + 1);
    }

    /** Hardware of the ranking under a profile, best first. */
    private static List<String> hardwareInOrder(String profile) {
        var ranked = Pattern.compile("\\s*\\d+\\s+\\d+\\s+(\\S+/\\S+/\\S+)\\s.*");
        return section("profile " + profile).stream()
                .map(ranked::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1))
                .toList();
    }

    /** The lines from the one that begins so to the next heading. */
    private static List<String> section(String beginning) {
        var lines = demo.lines();
        int from = 0;
        while (from < lines.size() && !lines.get(from).startsWith(beginning)) {
            from++;
        }
        int to = from + 1;
        while (to < lines.size() && !lines.get(to).matches("(profile |== |Why ).*")) {
            to++;
        }
        return from == lines.size() ? List.of() : lines.subList(from, Math.min(to, lines.size()));
    }
}
