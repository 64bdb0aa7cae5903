package io.omniflow.integration.jira.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * <pre>
 * To Do ⇄ In Progress ⇄ In Review ── a screen demands a resolution ─▶ Done ── Reopen ─▶ To Do
 *   └── a screen demands what only a person knows ─▶ Won't Do
 * </pre>
 *
 * One transition leads nowhere, as real ones do.
 */
final class FakeWorkflow {
    static final String TO_DO = "1";
    static final String IN_PROGRESS = "3";
    static final String IN_REVIEW = "4";
    static final String WONT_DO = "5";
    static final String DONE = "10001";
    static final String FIXED = "10100";

    private static final List<Status> STATUSES = List.of(
            new Status(TO_DO, "To Do", "new", 2),
            new Status(IN_PROGRESS, "In Progress", "indeterminate", 4),
            new Status(IN_REVIEW, "In Review", "indeterminate", 4),
            new Status(WONT_DO, "Won't Do", "done", 3),
            new Status(DONE, "Done", "done", 3));

    private static final List<Way> WAYS = List.of(
            new Way("90", "Kicked", TO_DO, null, null),
            new Way("92", "Reject", TO_DO, WONT_DO, "customfield_10050"),
            new Way("11", "Start", TO_DO, IN_PROGRESS, null),
            new Way("12", "Stop", IN_PROGRESS, TO_DO, null),
            new Way("21", "Ask for review", IN_PROGRESS, IN_REVIEW, null),
            new Way("22", "Back", IN_REVIEW, IN_PROGRESS, null),
            new Way("31", "Close", IN_REVIEW, DONE, "resolution"),
            new Way("41", "Reopen", DONE, TO_DO, null));

    record Status(String id, String name, String category, int categoryId) {
        ObjectNode json() {
            ObjectNode json =
                    JsonNodeFactory.instance.objectNode().put("id", id).put("name", name);
            json.putObject("statusCategory").put("id", categoryId).put("key", category);
            return json;
        }
    }

    /** @param demanded the field its screen requires */
    record Way(
            String id,
            String name,
            String from,
            @Nullable String to,
            @Nullable String demanded) {}

    private FakeWorkflow() {}

    static Status status(String id) {
        return STATUSES.stream()
                .filter(status -> status.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    static Way way(String from, String id) {
        return WAYS.stream()
                .filter(way -> way.from().equals(from) && way.id().equals(id))
                .findAny()
                .orElseThrow(() -> new Refusal(400, "It is not possible to make that transition from here"));
    }

    static ArrayNode statuses() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        STATUSES.forEach(status -> all.add(status.json()));
        return all;
    }

    static ArrayNode waysFrom(String status) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        WAYS.stream().filter(way -> way.from().equals(status)).forEach(way -> all.add(json(way)));
        return all;
    }

    private static ObjectNode json(Way way) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("id", way.id()).put("name", way.name());
        if (way.to() != null) {
            json.set("to", status(way.to()).json());
        }
        ObjectNode fields = json.putObject("fields");
        if (way.demanded() != null) {
            ObjectNode field = fields.putObject(way.demanded())
                    .put("required", true)
                    .put("hasDefaultValue", false)
                    .put("name", way.demanded().equals("resolution") ? "Resolution" : "Root cause");
            if (way.demanded().equals("resolution")) {
                field.putArray("allowedValues").addObject().put("id", FIXED).put("name", "Fixed");
            }
        }
        return json;
    }
}
