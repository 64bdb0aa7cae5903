package io.omniflow.testing.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Every endpoint is in the API's document, since what is not there is in no generated test. One may be hidden where another
 * of the same class tells of the same path and method, for the document has one place for both.
 */
final class DocumentRules {
    private DocumentRules() {}

    static List<HouseRule> all() {
        return List.of(new HouseRule(
                "endpoints-are-documented",
                methods()
                        .that(DescribedPredicate.describe("hidden endpoints", DocumentRules::isHidden))
                        .should(beToldByAnother())));
    }

    private static boolean isHidden(JavaMethod method) {
        return RoleRules.isEndpoint(method)
                && method.isAnnotatedWith(Operation.class)
                && method.getAnnotationOfType(Operation.class).hidden();
    }

    private static ArchCondition<JavaMethod> beToldByAnother() {
        return new ArchCondition<>("be told by another endpoint of the same path and method") {
            @Override
            public void check(JavaMethod hidden, ConditionEvents events) {
                boolean told = hidden.getOwner().getMethods().stream()
                        .filter(other -> RoleRules.isEndpoint(other) && !isHidden(other))
                        .anyMatch(other ->
                                path(other).equals(path(hidden)) && verbs(other).equals(verbs(hidden)));
                if (!told) {
                    events.add(SimpleConditionEvent.violated(
                            hidden, hidden.getFullName() + " is hidden from the API's document"));
                }
            }
        };
    }

    private static String path(JavaMethod method) {
        return method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
    }

    private static Set<String> verbs(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .filter(type -> type.isAnnotatedWith(HttpMethod.class))
                .map(type -> type.getName())
                .collect(Collectors.toSet());
    }
}
