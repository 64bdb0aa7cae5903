package io.omniflow.testing.api.breaking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two versions of a schema. What clients send must still be taken; what they are sent must still be what they know.
 */
final class SchemaBreaks {
    /** Which way the values go. */
    enum Direction {
        ASKED,
        ANSWERED
    }

    private final JsonNode released;
    private final JsonNode now;
    private final Direction direction;
    private final Set<String> underWay = new HashSet<>();

    SchemaBreaks(JsonNode released, JsonNode now, Direction direction) {
        this.released = released;
        this.now = now;
        this.direction = direction;
    }

    List<String> between(String place, JsonNode before, JsonNode after) {
        String pair = before.path("$ref").asText() + " " + after.path("$ref").asText();
        boolean recurs = before.has("$ref") && after.has("$ref");
        if (recurs && !underWay.add(pair)) {
            return List.of();
        }
        List<String> found = alternatives(place, before, after);
        if (recurs) {
            underWay.remove(pair);
        }
        return found;
    }

    /** Each value that goes must find a place that takes it: what is sent in the new schema, what is answered in the old. */
    private List<String> alternatives(String place, JsonNode before, JsonNode after) {
        List<ObjectNode> old = Alternatives.of(released, before);
        List<ObjectNode> later = Alternatives.of(now, after);
        List<String> found = new ArrayList<>();
        for (ObjectNode value : direction == Direction.ASKED ? old : later) {
            List<ObjectNode> takers = (direction == Direction.ASKED ? later : old)
                    .stream().filter(taker -> takes(type(taker), type(value))).toList();
            if (takers.isEmpty()) {
                found.add("has another type at " + place + ": " + types(later) + " where it was " + types(old));
                continue;
            }
            takers.stream()
                    .map(taker ->
                            direction == Direction.ASKED ? plain(place, value, taker) : plain(place, taker, value))
                    .min(Comparator.comparingInt(List::size))
                    .ifPresent(found::addAll);
        }
        return found;
    }

    private List<String> plain(String place, ObjectNode before, ObjectNode after) {
        List<String> found = new ArrayList<>(
                direction == Direction.ASKED
                        ? ValueBreaks.asked(place, before, after)
                        : ValueBreaks.answered(place, before, after));
        fields(place, before, after, found);
        if (before.has("items") && after.has("items")) {
            found.addAll(between(at(place, "*"), before.path("items"), after.path("items")));
        }
        if (before.path("additionalProperties").isObject()
                && after.path("additionalProperties").isObject()) {
            found.addAll(between(
                    at(place, "{any}"), before.path("additionalProperties"), after.path("additionalProperties")));
        }
        return found;
    }

    private void fields(String place, ObjectNode before, ObjectNode after, List<String> found) {
        JsonNode later = after.path("properties");
        boolean open = after.path("additionalProperties").isObject()
                || after.path("additionalProperties").asBoolean();
        before.path("properties").properties().forEach(field -> {
            String at = at(place, field.getKey());
            if (later.has(field.getKey())) {
                found.addAll(between(at, field.getValue(), later.path(field.getKey())));
            } else if (direction == Direction.ANSWERED || !open) {
                found.add("has no field any more at " + at);
            }
        });
        Set<String> insistedBefore = required(before);
        Set<String> insistsNow = required(after);
        if (direction == Direction.ASKED) {
            insistsNow.stream()
                    .filter(name -> !insistedBefore.contains(name))
                    .forEach(name -> found.add("insists on the field at " + at(place, name)));
        } else {
            insistedBefore.stream()
                    .filter(name -> !insistsNow.contains(name) && later.has(name))
                    .forEach(name -> found.add("may leave out the field at " + at(place, name)));
        }
    }

    private static String at(String place, String name) {
        return place + (place.contains(" /") ? "/" : " /") + name;
    }

    private static Set<String> required(ObjectNode schema) {
        return schema.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static String type(ObjectNode schema) {
        return schema.path("type").asText();
    }

    private static boolean takes(String taker, String value) {
        return taker.isEmpty() || taker.equals(value) || (taker.equals("number") && value.equals("integer"));
    }

    private static String types(List<ObjectNode> schemas) {
        return schemas.stream()
                .map(schema -> type(schema).isEmpty() ? "any" : type(schema))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
    }
}
