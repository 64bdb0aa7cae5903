package io.omniflow.testing.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What code may not do, wherever its package lets it look. */
final class BehaviourRules {
    private static final Set<String> RANDOM = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.random.RandomGenerator",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "io.omniflow.kit.time.Ids");

    private BehaviourRules() {}

    static List<HouseRule> all(Layout layout) {
        return List.of(
                new HouseRule(
                        "domain-has-no-clock",
                        classes().that(layout.domain()).should(notCall("the clock", BehaviourRules::readsClock))),
                new HouseRule(
                        "domain-has-no-chance",
                        classes().that(layout.domain()).should(notCall("chance", BehaviourRules::drawsLots))),
                new HouseRule(
                        "domain-takes-no-flags",
                        methods()
                                .that(DescribedPredicate.describe(
                                        "public in a domain", method -> isPublicIn(layout, method)))
                                .should(takeNoBoolean())),
                new HouseRule("nothing-blocks", classes().should(notCall("what waits", BehaviourRules::waits))),
                new HouseRule("nothing-prints", classes().should(notCall("the console", BehaviourRules::prints))));
    }

    private static boolean readsClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return (owner.startsWith("java.time.") && name.equals("now"))
                || (owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick")))
                || (owner.equals("java.lang.System") && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                || (owner.equals("java.util.Date") && name.equals("<init>"));
    }

    private static boolean drawsLots(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return RANDOM.contains(owner)
                || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                || (owner.equals("java.lang.Math") && name.equals("random"))
                || (owner.equals("java.util.Collections") && name.equals("shuffle"));
    }

    private static boolean waits(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return owner.equals("io.smallrye.mutiny.groups.UniAwait")
                || owner.equals("io.smallrye.mutiny.groups.UniAwaitOptional")
                || (owner.startsWith("io.vertx.mutiny.") && name.endsWith("AndAwait"))
                || (owner.equals("java.lang.Thread") && name.equals("sleep"))
                || (owner.equals("java.util.concurrent.CompletableFuture")
                        && (name.equals("join") || name.equals("get")));
    }

    private static boolean prints(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("java.lang.System")
                && Set.of("out", "err").contains(access.getTarget().getName());
    }

    private static boolean isPublicIn(Layout layout, JavaMethod method) {
        return layout.inDomain(method.getOwner())
                && method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !method.getName().equals("equals");
    }

    private static ArchCondition<JavaMethod> takeNoBoolean() {
        return new ArchCondition<>("take no boolean: name the two cases, or make two methods") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.getRawParameterTypes().stream().anyMatch(BehaviourRules::isBoolean)) {
                    events.add(SimpleConditionEvent.violated(method, method.getDescription() + " takes a boolean"));
                }
            }
        };
    }

    private static boolean isBoolean(JavaClass type) {
        return type.isEquivalentTo(boolean.class) || type.isEquivalentTo(Boolean.class);
    }

    private static ArchCondition<JavaClass> notCall(String what, Predicate<JavaAccess<?>> forbidden) {
        return new ArchCondition<>("not call " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(forbidden)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
                type.getMethodReferencesFromSelf().stream()
                        .filter(forbidden)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
                type.getConstructorReferencesFromSelf().stream()
                        .filter(forbidden)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
            }
        };
    }
}
