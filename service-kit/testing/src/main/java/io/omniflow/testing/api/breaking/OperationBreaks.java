package io.omniflow.testing.api.breaking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.omniflow.kit.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one operation takes from its callers. */
final class OperationBreaks {
    private final Documented before;
    private final Documented after;
    private final List<String> found = new ArrayList<>();

    OperationBreaks(Documented before, Documented after) {
        this.before = before;
        this.after = after;
    }

    List<String> find() {
        security();
        parameters();
        body();
        answers();
        return found;
    }

    private void security() {
        if (!before.asksForToken()) {
            if (after.asksForToken()) {
                found.add("asks for a token now");
            }
            return;
        }
        Optional<Role> least = before.leastRole();
        Optional<Role> now = after.leastRole();
        boolean raised = (least.isPresent() && now.isPresent())
                ? now.get().compareTo(least.get()) > 0
                : after.asksForToken() && !before.roles().equals(after.roles());
        if (raised) {
            found.add("asks for the role " + after.roles() + " where " + before.roles() + " was enough");
        }
    }

    private void parameters() {
        Map<String, JsonNode> old = before.parameters();
        Map<String, JsonNode> now = after.parameters();
        old.forEach((name, parameter) -> {
            JsonNode later = now.get(name);
            if (later == null) {
                found.add("no longer takes the " + name);
                return;
            }
            if (isRequired(later) && !isRequired(parameter)) {
                found.add("insists on the " + name);
            }
            found.addAll(schemas(SchemaBreaks.Direction.ASKED).between("the " + name, text(parameter), text(later)));
        });
        now.forEach((name, parameter) -> {
            if (isRequired(parameter) && !old.containsKey(name)) {
                found.add("insists on the new " + name);
            }
        });
    }

    /** What is said of no type is text, as everything in a URI or a header. */
    private static JsonNode text(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        return schema.isMissingNode() ? JsonNodeFactory.instance.objectNode().put("type", "string") : schema;
    }

    private void body() {
        JsonNode old = before.body();
        JsonNode now = after.body();
        if (old.isMissingNode()) {
            if (isRequired(now)) {
                found.add("insists on a body");
            }
            return;
        }
        if (now.isMissingNode()) {
            found.add("no longer takes a body");
            return;
        }
        if (isRequired(now) && !isRequired(old)) {
            found.add("insists on a body");
        }
        contents(SchemaBreaks.Direction.ASKED, "the body", old, now);
    }

    private void answers() {
        JsonNode now = after.operation().path("responses");
        before.operation().path("responses").properties().forEach(answer -> {
            String status = answer.getKey();
            if (!now.has(status)) {
                found.add("no longer tells of the answer " + status);
                return;
            }
            JsonNode old = before.resolve(answer.getValue());
            JsonNode later = after.resolve(now.path(status));
            old.path("headers").fieldNames().forEachRemaining(name -> {
                if (!later.path("headers").has(name)) {
                    found.add("no longer sends the header " + name + " with " + status);
                }
            });
            contents(SchemaBreaks.Direction.ANSWERED, "the answer " + status, old, later);
        });
    }

    private void contents(SchemaBreaks.Direction direction, String place, JsonNode old, JsonNode now) {
        old.path("content").properties().forEach(content -> {
            JsonNode later = now.path("content").path(content.getKey());
            if (later.isMissingNode()) {
                found.add("no longer has " + content.getKey() + " for " + place);
            } else {
                found.addAll(
                        schemas(direction).between(place, content.getValue().path("schema"), later.path("schema")));
            }
        });
    }

    private SchemaBreaks schemas(SchemaBreaks.Direction direction) {
        return new SchemaBreaks(before.document(), after.document(), direction);
    }

    private static boolean isRequired(JsonNode node) {
        return node.path("required").asBoolean();
    }
}
