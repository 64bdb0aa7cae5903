package io.omniflow.testing.api.breaking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What two schemas of one type say of a value itself. */
final class ValueBreaks {
    private static final List<String> UPPER =
            List.of("maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum");
    private static final List<String> LOWER =
            List.of("minLength", "minItems", "minProperties", "minimum", "exclusiveMinimum");

    private ValueBreaks() {}

    /** What was taken must still be taken. */
    static List<String> asked(String place, ObjectNode before, ObjectNode after) {
        List<String> found = new ArrayList<>();
        Set<String> taken = constants(after);
        if (!taken.isEmpty()) {
            Set<String> known = constants(before);
            if (known.isEmpty()) {
                found.add("takes only " + taken + " at " + place);
            } else if (!taken.containsAll(known)) {
                known.removeAll(taken);
                found.add("no longer takes " + known + " at " + place);
            }
        }
        // the constants are compared above; a form beside them says nothing more
        if (taken.isEmpty()) {
            if (after.has("format") && differs("format", before, after) && !widens(before, after)) {
                found.add(another("format", place, before, after));
            }
            if (after.has("pattern") && differs("pattern", before, after)) {
                found.add(another("pattern", place, before, after));
            }
        }
        UPPER.stream()
                .filter(limit ->
                        after.has(limit) && (!before.has(limit) || number(after, limit) < number(before, limit)))
                .forEach(limit -> found.add("takes less at " + place + ": " + limit + " " + after.path(limit)));
        LOWER.stream()
                .filter(limit -> after.has(limit)
                        && (before.has(limit)
                                ? number(after, limit) > number(before, limit)
                                : number(after, limit) > 0 || limit.endsWith("inimum")))
                .forEach(limit -> found.add("asks for more at " + place + ": " + limit + " " + after.path(limit)));
        return found;
    }

    /** What is answered must still be of the form known. Constants may be added and dropped: enums in answers are open. */
    static List<String> answered(String place, ObjectNode before, ObjectNode after) {
        return before.has("format") && differs("format", before, after) && !widens(after, before)
                ? List.of(another("format", place, before, after))
                : List.of();
    }

    private static boolean differs(String word, ObjectNode before, ObjectNode after) {
        return !before.path(word).asText().equals(after.path(word).asText());
    }

    /** Every number of the one is one of the other. */
    private static boolean widens(ObjectNode narrow, ObjectNode wide) {
        return narrow.path("format").asText().equals("int32")
                && wide.path("format").asText().equals("int64");
    }

    private static String another(String word, String place, ObjectNode before, ObjectNode after) {
        return "has another " + word + " at " + place + ": "
                + said(after.path(word).asText()) + " where it was "
                + said(before.path(word).asText());
    }

    private static Set<String> constants(ObjectNode schema) {
        Stream<JsonNode> constants = schema.has("const")
                ? Stream.of(schema.path("const"))
                : schema.path("enum").valueStream();
        return constants
                .filter(constant -> !constant.isNull())
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static double number(ObjectNode schema, String limit) {
        return schema.path(limit).asDouble();
    }

    private static String said(String word) {
        return word.isEmpty() ? "none" : word;
    }
}
