package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** What Jira Cloud and Jira Data Center do differently. */
sealed interface JiraDialect {

    static JiraDialect of(OpenConnection connection) {
        ExternalSystem system = connection.connection().terms().system();
        return switch (system) {
            case JIRA_CLOUD -> new Cloud();
            case JIRA_DATA_CENTER -> new DataCenter();
            case LINEAR, SLACK -> throw new IllegalArgumentException("no Jira: " + system);
        };
    }

    /** Of the REST API. */
    String version();

    /** The header of that name. */
    String authorization(OpenConnection connection);

    JsonNode written(List<JiraBlock> blocks);

    /** A description or comment as plain text. */
    String plain(JsonNode body);

    /**
     * Issues found by JQL, ids, keys and states only.
     *
     * @param known ids of issues that must be found although they may be younger than the index
     */
    Uni<Response> search(JiraApi api, JiraSite at, String jql, List<String> known);

    /** How long an issue may exist before a search finds it. */
    Duration searchDelay(JiraConfig config);

    /** REST v3: an e-mail address and its API token, and rich text in the Atlassian Document Format. */
    record Cloud() implements JiraDialect {
        @Override
        public String version() {
            return "3";
        }

        @Override
        public String authorization(OpenConnection connection) {
            String both = connection.credential("email") + ":" + connection.credential("apiToken");
            return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public JsonNode written(List<JiraBlock> blocks) {
            return JiraAdf.document(blocks);
        }

        @Override
        public String plain(JsonNode body) {
            return body.isTextual() ? body.asText() : JiraAdfReading.plain(body);
        }

        @Override
        public Uni<Response> search(JiraApi api, JiraSite at, String jql, List<String> known) {
            ObjectNode question = question(jql);
            if (!known.isEmpty()) {
                ArrayNode ids = question.putArray("reconcileIssues");
                known.stream().map(Long::valueOf).forEach(ids::add);
            }
            return api.searchByJql(at.url(), at.authorization(), at.version(), question);
        }

        @Override
        public Duration searchDelay(JiraConfig config) {
            return config.searchDelay();
        }
    }

    /** REST v2: a personal access token, and rich text in wiki markup. */
    record DataCenter() implements JiraDialect {
        @Override
        public String version() {
            return "2";
        }

        @Override
        public String authorization(OpenConnection connection) {
            return "Bearer " + connection.credential("token");
        }

        @Override
        public JsonNode written(List<JiraBlock> blocks) {
            return TextNode.valueOf(JiraWiki.text(blocks));
        }

        @Override
        public String plain(JsonNode body) {
            return body.asText().strip();
        }

        /** The index is written with the issue, so what is known is found. */
        @Override
        public Uni<Response> search(JiraApi api, JiraSite at, String jql, List<String> known) {
            return api.search(at.url(), at.authorization(), at.version(), question(jql));
        }

        @Override
        public Duration searchDelay(JiraConfig config) {
            return Duration.ZERO;
        }
    }

    private static ObjectNode question(String jql) {
        ObjectNode question =
                JsonNodeFactory.instance.objectNode().put("jql", jql).put("maxResults", 50);
        question.putArray("fields").add("status").add("updated");
        return question;
    }
}
