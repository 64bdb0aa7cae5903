package io.omniflow.testing.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** Names that say what a thing is for, and packages that say what lives in them. */
final class NamingRules {
    private static final Pattern NO_CLEAR_JOB =
            Pattern.compile("\\w*(Manager|Helper|Util|Utils|Impl|Dto|DTO|Mapper)|(Base|Abstract)[A-Z]\\w*");
    private static final Set<String> NO_CLEAR_PLACE =
            Set.of("common", "misc", "util", "utils", "helper", "helpers", "shared", "impl", "dto");

    private NamingRules() {}

    static List<HouseRule> all() {
        return List.of(
                new HouseRule(
                        "names-tell-the-job",
                        classes().should(satisfy("bear a name that tells their job", NamingRules::vagueName))),
                new HouseRule(
                        "packages-tell-the-place",
                        classes()
                                .should(satisfy(
                                        "stand in a package that tells what it is for", NamingRules::vaguePlace))),
                new HouseRule(
                        "packages-are-null-marked",
                        classes().should(satisfy("stand in a @NullMarked package", NamingRules::unmarked))));
    }

    private static String vagueName(JavaClass type) {
        return NO_CLEAR_JOB.matcher(type.getSimpleName()).matches()
                ? type.getName() + " has a name that fits anything"
                : "";
    }

    private static String vaguePlace(JavaClass type) {
        return Arrays.stream(type.getPackageName().split("\\.")).anyMatch(NO_CLEAR_PLACE::contains)
                ? type.getName() + " lives in a package that fits anything"
                : "";
    }

    private static String unmarked(JavaClass type) {
        return type.getPackage().isAnnotatedWith(NullMarked.class)
                ? ""
                : type.getPackageName() + " has no package-info.java with @NullMarked (needed for "
                        + type.getSimpleName() + ")";
    }

    /** @param complaint empty when there is none */
    private static ArchCondition<JavaClass> satisfy(String what, Function<JavaClass, String> complaint) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String said = type.isAnonymousClass() ? "" : complaint.apply(type);
                if (!said.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(type, said));
                }
            }
        };
    }
}
