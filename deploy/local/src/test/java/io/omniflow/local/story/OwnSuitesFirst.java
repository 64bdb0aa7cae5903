package io.omniflow.local.story;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Stories with a suite of their own come before those that share one: that one runs from its first story to the end of
 * all tests, and two suites at once are more than a small machine carries.
 */
public final class OwnSuitesFirst implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(OwnSuitesFirst::sharesOne));
    }

    private static boolean sharesOne(ClassDescriptor test) {
        return test.findRepeatableAnnotations(ExtendWith.class).stream()
                .anyMatch(extended -> List.of(extended.value()).contains(OneSuite.class));
    }
}
