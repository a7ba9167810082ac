package dev.chipwise.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which kind of package a class lives in, below one root. */
record Packages(String root) {

    /** Whoever is named after a technology may touch it. */
    static final Set<String> TECHNOLOGIES =
            new TreeSet<>(
                    List.of("kafka", "avro", "duckdb", "http", "cli", "git", "broker", "ops"));

    /** Ports with their I/O at the edge: the spool on disk, the measuring program. */
    private static final List<String> EDGES = List.of("ingest.publish", "ingest.harness");

    String in(String name) {
        return root + "." + name + "..";
    }

    String exactly(String name) {
        return root + "." + name;
    }

    /** True where a segment of the package's name is one of the names. */
    DescribedPredicate<JavaClass> namedAfter(Collection<String> names) {
        return DescribedPredicate.describe(
                "live in a package named after one of " + names,
                type -> List.of(below(type).split("\\.")).stream().anyMatch(names::contains));
    }

    DescribedPredicate<JavaClass> pure() {
        return DescribedPredicate.describe(
                "live in a pure package",
                type ->
                        !namedAfter(TECHNOLOGIES).test(type)
                                && EDGES.stream().noneMatch(edge -> isIn(type, edge)));
    }

    private boolean isIn(JavaClass type, String name) {
        return below(type).equals(name) || below(type).startsWith(name + ".");
    }

    private String below(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1) : "";
    }
}
