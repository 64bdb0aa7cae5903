package io.omniflow.contract.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.contract.compatibility.Break.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Compares a schema with the released one in both directions: a reader that knows the released schema must understand
 * today's events, and today's reader must understand the events written then, because they stay in the log for weeks
 * and in the snapshots for ever. So what was released stands unchanged, and only nullable properties may be added.
 */
final class SchemaComparison {
    private static final Set<String> FIXED = Set.of(
            "format",
            "pattern",
            "const",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum");
    private static final Set<String> FOLLOWED =
            Set.of("type", "enum", "properties", "required", "items", "additionalProperties");
    private static final Set<String> REMARKS =
            Set.of("$schema", "$id", "$defs", "$comment", "title", "description", "examples");

    private final List<Break> breaks = new ArrayList<>();

    private SchemaComparison() {}

    /** Both are whole documents. */
    static List<Break> compare(String at, JsonNode released, JsonNode today) {
        return compare(at, Schema.of(released, released), Schema.of(today, today));
    }

    static List<Break> compare(String at, Schema released, Schema today) {
        SchemaComparison comparison = new SchemaComparison();
        comparison.visit(at, released, today);
        return comparison.breaks;
    }

    private void visit(String at, Schema released, Schema today) {
        understood(at, released);
        understood(at, today);
        types(at, released, today);
        values(at, released.texts("enum"), today.texts("enum"));
        for (String keyword : new TreeSet<>(FIXED)) {
            if (!released.get(keyword).equals(today.get(keyword))) {
                found(Kind.BOUND_CHANGED, at, keyword + " was " + released.get(keyword) + ", is " + today.get(keyword));
            }
        }
        properties(at, released, today);
        below(at, "items", released, today);
        below(at, "additionalProperties", released, today);
    }

    /** A keyword this class does not weigh could hide a break, so it is one. */
    private void understood(String at, Schema schema) {
        for (String keyword : schema.keywords()) {
            if (!FIXED.contains(keyword) && !FOLLOWED.contains(keyword) && !REMARKS.contains(keyword)) {
                found(Kind.NOT_UNDERSTOOD, at, keyword);
            }
        }
    }

    private void types(String at, Schema released, Schema today) {
        if (released.types().equals(today.types())) {
            return;
        }
        SortedSet<String> before = new TreeSet<>(released.types());
        SortedSet<String> after = new TreeSet<>(today.types());
        before.remove("null");
        after.remove("null");
        if (!before.equals(after)) {
            found(Kind.JSON_TYPE_CHANGED, at, "was " + released.types() + ", is " + today.types());
        } else if (today.takesNull()) {
            found(Kind.BECAME_NULLABLE, at, "an older reader relies on a value");
        } else {
            found(Kind.NO_LONGER_NULLABLE, at, "older events have null");
        }
    }

    /** An enum that is no longer one has every value: that is an added one. */
    private void values(String at, SortedSet<String> released, SortedSet<String> today) {
        if (!released.isEmpty() && today.isEmpty()) {
            found(Kind.ENUM_VALUE_ADDED, at, "any");
        }
        today.stream()
                .filter(value -> !released.contains(value))
                .forEach(value ->
                        found(released.isEmpty() ? Kind.ENUM_VALUE_REMOVED : Kind.ENUM_VALUE_ADDED, at, value));
        released.stream()
                .filter(value -> !today.isEmpty() && !today.contains(value))
                .forEach(value -> found(Kind.ENUM_VALUE_REMOVED, at, value));
    }

    private void properties(String at, Schema released, Schema today) {
        Set<String> always = released.texts("required");
        Set<String> alwaysToday = today.texts("required");
        for (String name : released.properties()) {
            String place = at + "/" + name;
            if (!today.properties().contains(name)) {
                found(Kind.PROPERTY_REMOVED, place, "an older reader looks for it");
                continue;
            }
            if (always.contains(name) && !alwaysToday.contains(name)) {
                found(Kind.PROPERTY_NO_LONGER_ALWAYS_THERE, place, "an older reader relies on it");
            }
            if (!always.contains(name) && alwaysToday.contains(name)) {
                found(Kind.PROPERTY_NOW_EXPECTED_OF_OLDER_EVENTS, place, "older events may leave it out");
            }
            visit(place, released.property(name), today.property(name));
        }
        today.properties().stream()
                .filter(name -> !released.properties().contains(name))
                .filter(name ->
                        alwaysToday.contains(name) && !today.property(name).takesNull())
                .forEach(name -> found(
                        Kind.PROPERTY_NOW_EXPECTED_OF_OLDER_EVENTS,
                        at + "/" + name,
                        "a new property must be nullable"));
    }

    private void below(String at, String keyword, Schema released, Schema today) {
        if (released.get(keyword).isObject() && today.get(keyword).isObject()) {
            visit(at + "/" + keyword, released.under(keyword), today.under(keyword));
        } else if (!released.get(keyword).equals(today.get(keyword))) {
            found(Kind.JSON_TYPE_CHANGED, at, keyword + " was " + released.get(keyword) + ", is " + today.get(keyword));
        }
    }

    private void found(Kind kind, String at, String detail) {
        breaks.add(new Break(kind, at, detail));
    }
}
