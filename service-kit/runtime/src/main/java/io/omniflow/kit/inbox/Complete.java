package io.omniflow.kit.inbox;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Holds what was read against the contract: a component that is not nullable must be there. */
final class Complete {
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        }
    };

    private Complete() {}

    /**
     * @throws IllegalArgumentException naming the missing component
     */
    static void check(Object value) {
        for (RecordComponent component : COMPONENTS.get(value.getClass())) {
            Object part = read(component, value);
            if (part != null) {
                check(part);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new IllegalArgumentException("no " + component.getName());
            }
        }
        if (value instanceof Collection<?> elements) {
            for (Object element : elements) {
                if (element == null) {
                    throw new IllegalArgumentException("an empty element");
                }
                check(element);
            }
        }
    }

    private static @Nullable Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("component " + component.getName() + " cannot be read", e);
        }
    }
}
