package dev.chipwise.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/**
 * Something from outside and the packages that may touch it. Adding one is one line here.
 *
 * @param homes segments of package names
 * @param libraries packages of others, as ArchUnit writes them
 */
record Technology(String name, Set<String> homes, List<String> libraries) {

    static final List<Technology> ALL =
            List.of(
                    of("Kafka", Set.of("kafka", "broker"), "org.apache.kafka..", "org.rocksdb.."),
                    of("Kafka's server", Set.of("broker"), "kafka..", "scala.."),
                    of("Avro", Set.of("avro"), "org.apache.avro.."),
                    of("SQL", Set.of("duckdb"), "org.duckdb..", "java.sql..", "javax.sql.."),
                    of(
                            "HTTP",
                            Set.of("http", "ops"),
                            "com.sun.net.httpserver..",
                            "java.net.http..",
                            "io.javalin..",
                            "jakarta.servlet..",
                            "org.eclipse.jetty.."),
                    of("zstd", Set.of("http"), "com.github.luben.."),
                    of("command lines", Set.of("cli"), "picocli.."),
                    of("metrics", Set.of("ops"), "io.micrometer..", "io.prometheus.."),
                    of(
                            "JSON and YAML",
                            Set.of("adapter", "report", "cli", "http"),
                            "com.fasterxml.jackson..",
                            "org.yaml.."),
                    of("logging", Packages.TECHNOLOGIES, "org.slf4j..", "java.util.logging.."),
                    of("the logging backend", Set.of("cli", "ops"), "ch.qos.logback.."));

    private static Technology of(String name, Set<String> homes, String... libraries) {
        return new Technology(name, homes, List.of(libraries));
    }

    ArchRule staysAtHome(Packages packages) {
        return noClasses()
                .that(not(packages.namedAfter(homes)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries.toArray(String[]::new));
    }
}
