package dev.chipwise.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules about source text hold in every module, and catch what is planted here. */
class SourceRulesTest {

    private static final List<SourceFile> HOUSE = SourceFile.all();

    private static final Map<SourceRule, String> PLANTED =
            Map.of(
                    SourceRule.SMALL_FILES, "class A {" + "\n".repeat(251) + "}",
                    SourceRule.SMALL_METHODS, "class A { void a() {" + "\n".repeat(32) + "} }",
                    SourceRule.SQL_IN_FILES_OF_ITS_OWN,
                            "class A { String a = \"\"\"\n SELECT 1\n \"\"\"; }",
                    SourceRule.NO_CATCH_ALL,
                            "class A { void a() { try { a(); } catch (Exception e) { a(); } } }",
                    SourceRule.NOTHING_LEFT_FOR_LATER, "class A {} // TODO the rest",
                    SourceRule.NO_SLEEPS_OR_MOCKS, "class A { { Thread.sleep(1); } }");

    @ParameterizedTest
    @EnumSource
    void holdsInTheWholeHouse(SourceRule rule) {
        var breaches = HOUSE.stream().flatMap(source -> rule.breachesIn(source).stream());

        assertThat(String.join("\n", breaches.toList())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void catchesWhatIsPlanted(SourceRule rule) {
        var source = SourceFile.of("scorer/src/main/java/A.java", PLANTED.get(rule));

        assertThat(rule.breachesIn(source)).hasSize(1).allMatch(what -> what.contains("A.java: "));
    }

    @ParameterizedTest
    @EnumSource
    void leavesGoodCodeAlone(SourceRule rule) {
        var source =
                SourceFile.of(
                        "scorer/src/main/java/A.java",
                        "class A { String create() { if (a) { return \"Create a topic\"; }"
                                + " else if (b) { return \"WITHOUT\"; } } }");

        assertThat(rule.breachesIn(source)).isEmpty();
    }

    @Test
    void countsNestingButNotElseIf() {
        var deep = "class A { void a(int b) { for (;;) { if (b) { try { while (b) { } } } } } }";
        var flat = "class A { void a() { if (a) { } else if (b) { } else if (c) { } } }";

        assertThat(MethodShape.in(SourceFile.of("A.java", deep)).get(0).nesting()).isEqualTo(4);
        assertThat(MethodShape.in(SourceFile.of("A.java", flat)).get(0).nesting()).isEqualTo(1);
    }

    @Test
    void countsParametersButNotARecordsOwn() {
        var seven = "(int a, int b, int c, int d, int e, int f, int g)";
        var source =
                SourceFile.of(
                        "A.java",
                        "class A { record B" + seven + " { B { } } void c" + seven + " { } }");

        assertThat(MethodShape.in(source))
                .extracting(MethodShape::parameters)
                .containsExactly(0, 7);
    }

    @Test
    void describesEveryPackageInASentence() {
        var described = new TreeSet<String>();
        var used = new TreeSet<String>();
        mainSources()
                .forEach(
                        source -> {
                            used.add(directoryOf(source));
                            if (source.name().endsWith("/package-info.java")
                                    && source.text()
                                            .matches("(?s)/\\*\\*.*\\..*\\*/\\s*package.*")) {
                                described.add(directoryOf(source));
                            }
                        });

        assertThat(described).isEqualTo(used);
    }

    @Test
    void seesEveryModule() {
        for (var module : List.of("schemas", "ingest", "scorer", "snapshotter", "deploy")) {
            assertThat(mainSources()).anyMatch(source -> source.name().startsWith(module + "/"));
        }
    }

    private static Stream<SourceFile> mainSources() {
        return HOUSE.stream().filter(source -> source.name().contains("src/main/java/"));
    }

    private static String directoryOf(SourceFile source) {
        return source.name().substring(0, source.name().lastIndexOf('/'));
    }
}
