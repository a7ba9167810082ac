package dev.chipwise.house;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the house fails where it is broken on purpose, and says where. */
class PlantedViolationTest {

    private static final String ROOT = "dev.chipwise.planted";

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

    private static final Map<String, String> WHERE =
            Map.ofEntries(
                    entry("Kafka: at home", "KnowsTechnologies.kafka"),
                    entry("Kafka's server: at home", "KnowsTechnologies.server"),
                    entry("Avro: at home", "KnowsTechnologies.avro"),
                    entry("SQL: at home", "KnowsTechnologies.sql"),
                    entry("HTTP: at home", "KnowsTechnologies.http"),
                    entry("zstd: at home", "KnowsTechnologies.zstd"),
                    entry("command lines: at home", "KnowsTechnologies.commandLine"),
                    entry("metrics: at home", "KnowsTechnologies.metrics"),
                    entry("JSON and YAML: at home", "KnowsTechnologies.json"),
                    entry("logging: at home", "KnowsTechnologies.logging"),
                    entry("the logging backend: at home", "KnowsTechnologies.backend"),
                    entry("ingest knows no other stage", "ingest.publish.KnowsScorer"),
                    entry("scorer knows no other stage", "scorer.score.KnowsSnapshotter"),
                    entry("snapshotter knows no other stage", "snapshot.KnowsOthers.other"),
                    entry("schemas knows none of ours", "schemas.domain.KnowsIngest"),
                    entry("nothing knows deploy", "snapshot.KnowsOthers.top"),
                    entry("no cycles between packages", "schemas.domain.KnowsIngest"),
                    entry("generated classes stay in schemas.avro", "KnowsGenerated"),
                    entry("only StreamsProcess starts Streams", "StartsStreams.start"),
                    entry("no mutable statics", "ScoreManager.count"),
                    entry("names say what a thing is", "ScoreManager"),
                    entry("pure code: no clock", "Impure.asksTheClock"),
                    entry("pure code: no chance", "Impure.rollsDice"),
                    entry("pure code: no entropy", "Impure.drawsEntropy"),
                    entry("pure code: no environment", "Impure.readsTheEnvironment"),
                    entry("pure code: no default locale", "Impure.usesTheDefaultLocale"),
                    entry(
                            "pure code: no arithmetic that differs between machines",
                            "Impure.usesTheMachinesLogarithm"),
                    entry("pure code: no files, sockets or programs", "Impure.looksAtFiles"),
                    entry("pure code: no threads", "Impure.startsAThread"));

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void isCaught(String name) {
        var found = HouseRules.below(ROOT).get(name).evaluate(PLANTED).getFailureReport();

        assertThat(found.getDetails()).anyMatch(line -> line.contains(WHERE.get(name)));
    }

    static Stream<String> names() {
        return WHERE.keySet().stream().sorted();
    }

    @Test
    void plantsAViolationForEveryRule() {
        assertThat(WHERE).containsOnlyKeys(HouseRules.below(ROOT).keySet());
    }

    @Test
    void leavesGoodCodeAlone() {
        var reports =
                HouseRules.below(ROOT).values().stream()
                        .map(rule -> rule.evaluate(PLANTED).getFailureReport().toString());

        assertThat(reports).noneMatch(text -> text.contains("Tidy"));
    }
}
