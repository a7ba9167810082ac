package dev.chipwise.house;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What pure code does not do: its result follows from its arguments alone, on every machine. */
final class Purity {

    private static final String RANDOM = "java\\.util\\.(Random|SplittableRandom)";

    /** By name of the rule: calls and fields, written as owner.member(parameters). */
    private static final Map<String, String> FORBIDDEN_ACCESSES =
            Map.of(
                    "no clock",
                    "java\\.time\\.\\w+\\.now\\(.*|java\\.time\\.Clock\\..*"
                            + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*"
                            + "|java\\.util\\.Date\\.<init>\\(\\)",
                    "no chance",
                    "java\\.lang\\.Math\\.random\\(.*|java\\.util\\.UUID\\.randomUUID\\(.*|"
                            + RANDOM
                            + "\\.<init>\\(\\)"
                            + "|java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)",
                    "no environment",
                    "java\\.lang\\.System\\.(getenv|getProperty|getProperties|exit|lineSeparator)\\(.*"
                            + "|java\\.lang\\.System\\.(in|out|err)"
                            + "|.*\\.(getDefault|systemDefault|defaultCharset)\\(.*"
                            + "|java\\.lang\\.Runtime\\..*",
                    "no default locale",
                    "java\\.lang\\.String\\.(toLowerCase|toUpperCase)\\(\\)"
                            + "|java\\.lang\\.String\\.formatted\\(.*"
                            + "|java\\.lang\\.String\\.format\\(java\\.lang\\.String, .*",
                    "no arithmetic that differs between machines",
                    "java\\.lang\\.Math\\.(sin|cos|tan|asin|acos|atan|atan2|exp|log|log10|pow|cbrt"
                            + "|sinh|cosh|tanh|hypot|expm1|log1p)\\(.*");

    /** By name of the rule: types that pure code does not know. */
    private static final Map<String, String> FORBIDDEN_TYPES =
            Map.of(
                    "no files, sockets or programs",
                    "java\\.nio\\.(file|channels)\\..*"
                            + "|java\\.io\\.(File|RandomAccessFile|Console).*"
                            + "|java\\.net\\.(?!URI|URLEncoder|URLDecoder).*"
                            + "|java\\.lang\\.Process.*",
                    "no threads",
                    "java\\.lang\\.(Thread|ThreadLocal|InheritableThreadLocal)"
                            + "|java\\.util\\.Timer.*"
                            + "|java\\.util\\.concurrent\\.(.*Executor.*|.*Future.*|ForkJoin.*|Thread.*)",
                    "no entropy",
                    "java\\.security\\.SecureRandom");

    private Purity() {}

    static Map<String, ArchRule> rules(Packages packages) {
        var rules = new LinkedHashMap<String, ArchRule>();
        FORBIDDEN_ACCESSES.forEach(
                (name, members) ->
                        rules.put(
                                "pure code: " + name,
                                noClasses()
                                        .that(packages.pure())
                                        .should()
                                        .accessTargetWhere(isOneOf(members))));
        FORBIDDEN_TYPES.forEach(
                (name, types) ->
                        rules.put(
                                "pure code: " + name,
                                noClasses()
                                        .that(packages.pure())
                                        .should()
                                        .dependOnClassesThat(areNamed(types))));
        return rules;
    }

    private static DescribedPredicate<JavaAccess<?>> isOneOf(String members) {
        var pattern = Pattern.compile(members);
        return target(
                DescribedPredicate.<AccessTarget>describe(
                        "matching " + members,
                        target -> pattern.matcher(target.getFullName()).matches()));
    }

    private static DescribedPredicate<JavaClass> areNamed(String names) {
        var pattern = Pattern.compile(names);
        return DescribedPredicate.describe(
                "named " + names, type -> pattern.matcher(type.getName()).matches());
    }
}
