package dev.chipwise.house;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A rule about the text of one source; what it finds is a sentence per breach. */
enum SourceRule {
    SMALL_FILES(SourceRule::tooLong),
    SMALL_METHODS(SourceRule::bigMethods),
    SQL_IN_FILES_OF_ITS_OWN(SourceRule::sqlLiterals),
    NO_CATCH_ALL(SourceRule::broadCatches),
    NOTHING_LEFT_FOR_LATER(
            source -> matches(source, "\\b(TODO|FIXME|XXX)\\b|@(Disabled|Ignore)\\b")),
    NO_SLEEPS_OR_MOCKS(
            source -> matches(source, "Thread\\.sleep|printStackTrace\\(\\)|\\bMockito\\b"));

    private static final Pattern SQL =
            Pattern.compile(
                    "\\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|MERGE|COPY|ATTACH|WITH|TRUNCATE)\\s.*"
                            + "|(?i)\\s*select\\s.+\\sfrom\\s.*",
                    Pattern.DOTALL);

    private static final Set<String> EVERYTHING = Set.of("Exception", "Throwable");

    private final Function<SourceFile, List<String>> breaches;

    SourceRule(Function<SourceFile, List<String>> breaches) {
        this.breaches = breaches;
    }

    List<String> breachesIn(SourceFile source) {
        return breaches.apply(source).stream().map(what -> source.name() + ": " + what).toList();
    }

    private static List<String> tooLong(SourceFile source) {
        var most = source.isTest() ? 300 : 250;
        return source.lines() <= most
                ? List.of()
                : List.of(source.lines() + " lines, at most " + most);
    }

    private static List<String> bigMethods(SourceFile source) {
        var found = new ArrayList<String>();
        for (var shape : MethodShape.in(source)) {
            // A topology reads best as one list of steps.
            var most = source.isTest() || shape.type().equals("Topology") ? 40 : 30;
            if (shape.lines() > most) {
                found.add(shape.name() + " has " + shape.lines() + " lines, at most " + most);
            }
            if (shape.nesting() > 3) {
                found.add(shape.name() + " nests " + shape.nesting() + " deep, at most 3");
            }
            if (shape.parameters() > 6 && !source.isTest()) {
                found.add(shape.name() + " takes " + shape.parameters() + ", at most 6");
            }
        }
        return found;
    }

    private static List<String> sqlLiterals(SourceFile source) {
        var found = new ArrayList<String>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void none) {
                if (literal.getValue() instanceof String text && SQL.matcher(text).matches()) {
                    found.add("SQL in Java: " + text.strip());
                }
                return null;
            }
        }.scan(source.isTest() ? null : source.tree(), null);
        return found;
    }

    private static List<String> broadCatches(SourceFile source) {
        var found = new ArrayList<String>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitCatch(CatchTree clause, Void none) {
                var type = clause.getParameter().getType().toString();
                if (EVERYTHING.contains(type)) {
                    found.add("catches " + type + ", which hides what nobody thought of");
                }
                return super.visitCatch(clause, none);
            }
        }.scan(source.isTest() ? null : source.tree(), null);
        return found;
    }

    private static List<String> matches(SourceFile source, String pattern) {
        // These rules have to name what they forbid.
        if (source.name().contains("/house/Source")) {
            return List.of();
        }
        return Pattern.compile(pattern)
                .matcher(source.text())
                .results()
                .map(found -> found.group())
                .toList();
    }
}
