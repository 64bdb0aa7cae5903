package io.omniflow.testing.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks a service against the rules of the house. In a service's own test:
 * {@code HouseRules.check("io.omniflow.sla")}.
 *
 * <p>Packages below the root: {@code <feature>} holds use cases and ports, {@code <feature>.domain} decides, every other
 * {@code <feature>.<edge>} meets one technology. A feature without a {@code domain} is flat and may do all three.
 */
public final class HouseRules {
    private HouseRules() {}

    /**
     * @param root the service's root package
     * @param openMethods resource methods anybody may call, as {@code WebhookResource.receive}: they say
     *     {@code @PermitAll}, and only they may
     * @throws AssertionError that lists every violation of every rule
     */
    public static void check(String root, String... openMethods) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        if (classes.isEmpty()) {
            throw new AssertionError("No classes below " + root + ": the check would pass on nothing");
        }
        List<String> violations = violations(root, classes, Set.of(openMethods));
        if (!violations.isEmpty()) {
            throw new AssertionError("The rules of the house are broken:\n" + String.join("\n", violations));
        }
    }

    static List<String> violations(String root, JavaClasses classes, Set<String> openMethods) {
        Layout layout = new Layout(root, classes);
        return Stream.of(
                        LayerRules.of(layout).stream(),
                        BehaviourRules.all(layout).stream(),
                        NamingRules.all().stream(),
                        RoleRules.all(openMethods).stream(),
                        DocumentRules.all().stream())
                .flatMap(rules -> rules)
                .flatMap(rule -> rule.violations(classes).stream())
                .toList();
    }
}
