package dev.chipwise.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;

/** Who may know whom, and what may stand where. */
final class Structure {

    private static final List<String> STAGES = List.of("ingest", "scorer", "snapshotter");

    private Structure() {}

    static Map<String, ArchRule> rules(Packages packages) {
        var rules = new LinkedHashMap<String, ArchRule>();
        STAGES.forEach(
                stage -> rules.put(stage + " knows no other stage", knowsNone(packages, stage)));
        rules.put("schemas knows none of ours", schemasStandsAlone(packages));
        rules.put("nothing knows deploy", nothingKnowsDeploy(packages));
        rules.put(
                "no cycles between packages",
                slices().matching(packages.root() + ".(**)").should().beFreeOfCycles());
        rules.put("generated classes stay in schemas.avro", generatedClassesStay(packages));
        rules.put("only StreamsProcess starts Streams", onlyOneStartsStreams(packages));
        rules.put("no mutable statics", noMutableStatics(packages));
        rules.put("names say what a thing is", namesSayWhatAThingIs());
        return rules;
    }

    private static ArchRule knowsNone(Packages packages, String stage) {
        var others = STAGES.stream().filter(name -> !name.equals(stage)).map(packages::in);
        return noClasses()
                .that()
                .resideInAPackage(packages.in(stage))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others.toArray(String[]::new));
    }

    private static ArchRule schemasStandsAlone(Packages packages) {
        return noClasses()
                .that()
                .resideInAPackage(packages.in("schemas"))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(packages.root() + "..")
                                .and(not(resideInAPackage(packages.in("schemas")))));
    }

    private static ArchRule nothingKnowsDeploy(Packages packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(packages.in("deploy"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages.in("deploy"));
    }

    private static ArchRule generatedClassesStay(Packages packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(packages.in("schemas.avro"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages.in("schemas.avro.wire"));
    }

    private static ArchRule onlyOneStartsStreams(Packages packages) {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(packages.exactly("schemas.kafka.StreamsProcess"))
                .should()
                .callConstructorWhere(target(owner(type(KafkaStreams.class))));
    }

    private static ArchRule noMutableStatics(Packages packages) {
        return fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(not(resideInAPackage(packages.in("schemas.avro.wire"))))
                .should()
                .beFinal();
    }

    private static ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .should()
                .haveNameMatching(".*[.$](Abstract|Base)[A-Z]\\w*")
                .orShould()
                .haveNameMatching(".*(Impl|Utils?|Manager|Helper)");
    }
}
