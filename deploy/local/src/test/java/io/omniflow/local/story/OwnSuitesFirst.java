package io.omniflow.local.story;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stories with a suite of their own come first, then those that share one, all of one suite after those of the other. */
public final class OwnSuitesFirst implements ClassOrderer {
    private static final List<Class<? extends SharedSuite>> SHARED = List.of(RoughSuite.class, OneSuite.class);

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(OwnSuitesFirst::turn));
    }

    private static int turn(ClassDescriptor test) {
        return test.findRepeatableAnnotations(ExtendWith.class).stream()
                .flatMap(extended -> List.of(extended.value()).stream())
                .mapToInt(SHARED::indexOf)
                .max()
                .orElse(-1);
    }
}
