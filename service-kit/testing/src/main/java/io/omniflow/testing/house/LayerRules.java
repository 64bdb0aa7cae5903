package io.omniflow.testing.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Who may see whom. Each is a list of what is allowed; whatever is new needs a decision first. */
final class LayerRules {
    private static final String CONTRACT = "io.omniflow.contract";
    private static final List<String> DOMAIN_SEES = List.of(
            "java.lang",
            "java.math",
            "java.net",
            "java.nio",
            "java.security",
            "java.text",
            "java.time",
            "java.util",
            "org.jspecify");
    private static final Set<String> DOMAIN_SEES_OF_KIT = Set.of("io.omniflow.kit.identity.WorkspaceId");
    private static final List<String> USE_CASES_SEE = List.of(
            "java.io",
            "java.lang",
            "java.math",
            "java.net",
            "java.nio",
            "java.security",
            "java.text",
            "java.time",
            "java.util",
            "org.jspecify",
            "io.smallrye.mutiny",
            "io.smallrye.config",
            "io.smallrye.common",
            "io.quarkus.arc",
            "io.micrometer.core",
            "jakarta.annotation",
            "jakarta.enterprise",
            "jakarta.inject",
            "jakarta.validation",
            "org.eclipse.microprofile.config",
            "org.jboss.logging",
            "io.omniflow.kit");
    /** A transaction is handed through ports as it is; rows, tuples and statements are for the postgres edge. */
    private static final Set<String> USE_CASES_SEE_OF_SQL = Set.of(
            "io.vertx.mutiny.sqlclient.SqlClient",
            "io.vertx.mutiny.sqlclient.SqlConnection",
            "io.quarkiverse.resteasy.problem.HttpProblem");

    private LayerRules() {}

    static List<HouseRule> of(Layout layout) {
        return List.of(
                new HouseRule(
                        "domain-stands-alone",
                        classes()
                                .that(layout.domain())
                                .should(seeOnly(
                                        "the JDK's values and the domains of its service",
                                        type -> within(type, DOMAIN_SEES)
                                                || DOMAIN_SEES_OF_KIT.contains(type.getName())
                                                || layout.inDomain(type)))),
                new HouseRule(
                        "use-cases-know-no-technology",
                        classes()
                                .that(layout.useCases())
                                .should(seeOnly(
                                        "Uni, the container, the kit and the insides of its service",
                                        type -> within(type, USE_CASES_SEE)
                                                || USE_CASES_SEE_OF_SQL.contains(type.getName())
                                                || (layout.inService(type)
                                                        && layout.edgeOf(type).isEmpty())))),
                new HouseRule("edges-do-not-meet", classes().should(stayInOwnEdge(layout))),
                new HouseRule(
                        "contract-stays-in-kafka",
                        noClasses()
                                .that(DescribedPredicate.describe(
                                        "outside the kafka edges", type -> !layout.inEdge(type, "kafka")))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(CONTRACT + "..")));
    }

    private static ArchCondition<JavaClass> seeOnly(String what, Predicate<JavaClass> allowed) {
        return new ArchCondition<>("see only " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !allowed.test(element(dependency.getTargetClass())))
                        .forEach(dependency -> events.add(violation(type, dependency)));
            }
        };
    }

    private static ArchCondition<JavaClass> stayInOwnEdge(Layout layout) {
        return new ArchCondition<>("see no edge but its own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Optional<String> own = layout.edgeOf(type);
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> layout.edgeOf(element(dependency.getTargetClass()))
                                .filter(edge -> !own.equals(Optional.of(edge)))
                                .isPresent())
                        .forEach(dependency -> events.add(violation(type, dependency)));
            }
        };
    }

    private static ConditionEvent violation(JavaClass type, Dependency dependency) {
        return SimpleConditionEvent.violated(type, dependency.getDescription());
    }

    private static boolean within(JavaClass type, List<String> packages) {
        return type.isPrimitive()
                || packages.stream()
                        .anyMatch(allowed -> type.getPackageName().equals(allowed)
                                || type.getPackageName().startsWith(allowed + "."));
    }

    private static JavaClass element(JavaClass type) {
        return type.getBaseComponentType();
    }
}
