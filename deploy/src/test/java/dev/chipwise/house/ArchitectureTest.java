package dev.chipwise.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house hold for every class of the five modules. */
class ArchitectureTest {

    private static final String ROOT = "dev.chipwise";

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ArchitectureTest::isNotTest)
                    .importPackages(ROOT);

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holdsInTheWholeHouse(String name, ArchRule rule) {
        rule.as(name).check(HOUSE);
    }

    static Stream<Arguments> rules() {
        return HouseRules.below(ROOT).entrySet().stream()
                .map(rule -> Arguments.of(rule.getKey(), rule.getValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"schemas", "ingest", "scorer", "snapshotter", "deploy"})
    void seesTheModule(String module) {
        assertThat(HOUSE)
                .anyMatch(type -> type.getPackageName().startsWith(ROOT + "." + module + "."));
    }

    @Test
    void seesNoTests() {
        assertThat(HOUSE).noneMatch(type -> type.getSimpleName().endsWith("Test"));
    }

    /** Sibling modules come as directories or as jars, depending on how far the build is. */
    private static boolean isNotTest(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
}
