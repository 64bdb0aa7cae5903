package io.omniflow.contract.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is missing after an older event was read into today's record. */
final class Loss {
    private Loss() {}

    /** Places whose value did not come through; more fields than before are no loss. */
    static List<String> between(JsonNode before, JsonNode after) {
        List<String> lost = new ArrayList<>();
        compare("", before, after, lost);
        return lost;
    }

    /** Components that promise a value and have none, because an older event does not carry it. */
    static List<String> gapsOf(Object value) {
        List<String> gaps = new ArrayList<>();
        look("", value, gaps);
        return gaps;
    }

    private static void compare(String at, JsonNode before, JsonNode after, List<String> lost) {
        if (before.isObject() && after.isObject()) {
            for (Map.Entry<String, JsonNode> field : before.properties()) {
                compare(at + "/" + field.getKey(), field.getValue(), after.path(field.getKey()), lost);
            }
        } else if (before.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                compare(at + "/" + i, before.get(i), after.path(i), lost);
            }
        } else if (!before.equals(after)) {
            lost.add(at + " was " + before + ", is " + after);
        }
    }

    private static void look(String at, Object value, List<String> gaps) {
        if (value instanceof Collection<?> elements) {
            elements.forEach(element -> look(at + "/*", element, gaps));
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                String place = at + "/" + component.getName();
                Object part = part(component, value);
                if (part != null) {
                    look(place, part, gaps);
                } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    gaps.add(place);
                }
            }
        }
    }

    private static @Nullable Object part(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
