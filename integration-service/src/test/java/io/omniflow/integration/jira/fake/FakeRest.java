package io.omniflow.integration.jira.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fake's answers when nothing goes wrong. Cloud takes rich text as a document only, Data Center as a string only. */
final class FakeRest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** The account that our calls are made by. */
    static final String ROBOT = "5b10";

    private static final Pattern LABEL = Pattern.compile("labels = \"([^\"]+)\"");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    private final FakeState state;

    FakeRest(FakeState state) {
        this.state = state;
    }

    /** @param body missing where there is none */
    record Truth(int status, JsonNode body) {}

    /** @param version of the API: 3 is Cloud, 2 is Data Center */
    Truth answer(String operation, String version, String subject, JsonNode body) {
        return switch (operation) {
            case "GET myself" -> ok(JSON.objectNode().put("accountId", ROBOT).put("displayName", "Desk Robot"));
            case "GET project" -> ok(project(subject));
            case "GET project statuses" -> ok(statuses(subject));
            case "GET issue createmeta issuetypes" -> ok(creatable(subject, version));
            case "POST issue" -> create(version, body);
            case "GET issue" -> ok(json(state.issue(subject)));
            case "GET issue transitions" ->
                ok(JSON.objectNode()
                        .set(
                                "transitions",
                                FakeWorkflow.waysFrom(state.issue(subject).statusId())));
            case "POST issue transitions" -> {
                state.transition(subject, body.at("/transition/id").asText(), body.path("fields"));
                yield new Truth(204, MissingNode.getInstance());
            }
            case "POST issue remotelink" -> {
                boolean fresh = state.link(
                        subject,
                        body.path("globalId").asText(),
                        body.at("/object/url").asText());
                yield new Truth(fresh ? 201 : 200, JSON.objectNode().put("id", 10_000));
            }
            case "GET issue comment" -> ok(comments(subject));
            case "POST issue comment" -> {
                richText(version, "comment", body.path("body"));
                yield new Truth(201, json(state.comment(subject, body.path("body"))));
            }
            case "POST search jql" -> ok(search(version.equals("3"), body, state.searchDelay()));
            case "POST search" -> {
                if (version.equals("3")) {
                    throw new Refusal(410, "The requested API has been removed.");
                }
                yield ok(search(true, body, Duration.ZERO));
            }
            default -> throw new Refusal(404, "No such resource: " + operation);
        };
    }

    private Truth create(String version, JsonNode body) {
        richText(version, "description", body.at("/fields/description"));
        FakeIssue issue = state.create(body.path("fields"));
        return new Truth(
                201,
                JSON.objectNode()
                        .put("id", issue.id())
                        .put("key", issue.key())
                        .put("self", "https://fake.example/rest/api/" + version + "/issue/" + issue.id()));
    }

    private static void richText(String version, String field, JsonNode text) {
        boolean right = version.equals("3")
                ? text.path("type").asText().equals("doc")
                        && text.path("version").asInt() == 1
                : text.isTextual();
        if (!right) {
            throw new Refusal(
                    400,
                    field + ": Operation value must be "
                            + (version.equals("3") ? "an Atlassian Document" : "a string"));
        }
    }

    private static ObjectNode project(String key) {
        if (!key.equals(JiraFake.PROJECT)) {
            throw new Refusal(404, "No project could be found with key '" + key + "'.");
        }
        return JSON.objectNode().put("id", "10000").put("key", key).put("name", "Engineering");
    }

    private static ArrayNode statuses(String key) {
        project(key);
        ArrayNode types = JSON.arrayNode();
        types.add(issueType().set("statuses", FakeWorkflow.statuses()));
        return types;
    }

    private static ObjectNode creatable(String key, String version) {
        project(key);
        ObjectNode page = JSON.objectNode().put("startAt", 0).put("total", 1);
        page.putArray(version.equals("3") ? "issueTypes" : "values").add(issueType());
        return page;
    }

    private static ObjectNode issueType() {
        return JSON.objectNode()
                .put("id", "10004")
                .put("name", JiraFake.ISSUE_TYPE)
                .put("subtask", false);
    }

    private ObjectNode comments(String subject) {
        ObjectNode page = JSON.objectNode();
        ArrayNode all = page.putArray("comments");
        state.issue(subject).comments().reversed().forEach(comment -> all.add(json(comment)));
        return page;
    }

    private ObjectNode search(boolean known, JsonNode question, Duration delay) {
        Matcher label = LABEL.matcher(question.path("jql").asText());
        if (!known || !label.find()) {
            throw new Refusal(known ? 400 : 404, "Unbounded JQL queries are not allowed here.");
        }
        Set<String> reconciled = new HashSet<>();
        question.path("reconcileIssues").forEach(id -> reconciled.add(id.asText()));
        List<FakeIssue> found = state.search(label.group(1), reconciled, delay);
        ObjectNode page = JSON.objectNode();
        ArrayNode all = page.putArray("issues");
        found.forEach(issue -> all.add(json(issue)));
        return page;
    }

    static ObjectNode json(FakeIssue issue) {
        ObjectNode json = JSON.objectNode().put("id", issue.id()).put("key", issue.key());
        ObjectNode fields = json.putObject("fields");
        fields.put("summary", issue.summary()).put("updated", TIME.format(issue.updated()));
        fields.set("status", FakeWorkflow.status(issue.statusId()).json());
        fields.putObject("project").put("key", JiraFake.PROJECT);
        fields.set("issuetype", issueType());
        return json;
    }

    static ObjectNode json(FakeComment comment) {
        ObjectNode json = JSON.objectNode().put("id", comment.id()).put("created", TIME.format(Instant.now()));
        json.putObject("author").put("accountId", ROBOT).put("displayName", "Desk Robot");
        return json.set("body", comment.body());
    }

    private static Truth ok(JsonNode body) {
        return new Truth(200, body);
    }
}
