package io.omniflow.testing.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.omniflow.kit.identity.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every endpoint says who may call it. */
final class RoleRules {
    private static final Set<String> KNOWN =
            Arrays.stream(Role.values()).map(Role::text).collect(Collectors.toUnmodifiableSet());

    private RoleRules() {}

    static List<HouseRule> all(Set<String> openMethods) {
        return List.of(new HouseRule(
                "endpoints-name-a-role",
                methods()
                        .that(DescribedPredicate.describe("endpoints", RoleRules::isEndpoint))
                        .should(nameOneRole(openMethods))));
    }

    /** An interface with such methods is a client of somebody else's endpoint. */
    static boolean isEndpoint(JavaMethod method) {
        return !method.getOwner().isInterface()
                && (method.isAnnotatedWith(Path.class)
                        || method.getAnnotations().stream()
                                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
    }

    private static ArchCondition<JavaMethod> nameOneRole(Set<String> openMethods) {
        return new ArchCondition<>("name the least role that may call them") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                String complaint = complaint(method, openMethods);
                if (!complaint.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " " + complaint));
                }
            }
        };
    }

    private static String complaint(JavaMethod method, Set<String> openMethods) {
        boolean saysItself = says(method);
        CanBeAnnotated said = saysItself ? method : method.getOwner();
        boolean listed = openMethods.contains(method.getOwner().getSimpleName() + "." + method.getName());
        if (said.isAnnotatedWith(PermitAll.class)) {
            return listed ? "" : "is open to anybody and not on the list of those that may be";
        }
        if (listed) {
            return "is on the list of open endpoints and does not say @PermitAll";
        }
        if (!said.isAnnotatedWith(RolesAllowed.class)) {
            return "names no role";
        }
        String[] roles = saysItself
                ? method.getAnnotationOfType(RolesAllowed.class).value()
                : method.getOwner().getAnnotationOfType(RolesAllowed.class).value();
        return roles.length == 1 && KNOWN.contains(roles[0]) ? "" : "must name exactly one role of the suite";
    }

    private static boolean says(JavaMethod method) {
        return method.isAnnotatedWith(RolesAllowed.class) || method.isAnnotatedWith(PermitAll.class);
    }
}
