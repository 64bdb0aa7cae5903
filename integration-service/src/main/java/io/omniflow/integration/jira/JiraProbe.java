package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.connection.ConnectionProbe;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.connection.domain.ProbeResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Asks Jira who the credentials belong to, for the project, and what may be made in it. */
@ApplicationScoped
class JiraProbe implements ConnectionProbe {
    private final JiraClient jira;

    JiraProbe(JiraClient jira) {
        this.jira = jira;
    }

    @Override
    public Set<ExternalSystem> systems() {
        return Set.of(ExternalSystem.JIRA_CLOUD, ExternalSystem.JIRA_DATA_CENTER);
    }

    @Override
    public Uni<ProbeResult> probe(OpenConnection connection) {
        return jira.call(connection, (api, at) -> api.myself(at.url(), at.authorization(), at.version()))
                .flatMap(answer -> switch (answer) {
                    case JiraAnswer.Data(JsonNode who) ->
                        project(connection, who.path("displayName").asText("somebody without a name"));
                    case JiraAnswer.Unauthorized(String message) ->
                        broken("Jira does not accept " + credentials(connection) + ": " + message);
                    case JiraAnswer.Missing(String message) ->
                        broken("There is no Jira at " + JiraSite.url(connection) + ": " + message);
                    default -> other(answer);
                });
    }

    private Uni<ProbeResult> project(OpenConnection connection, String who) {
        String project = connection.setting("projectKey");
        return jira.call(connection, (api, at) -> api.project(at.url(), at.authorization(), at.version(), project))
                .flatMap(answer -> switch (answer) {
                    case JiraAnswer.Data(JsonNode found) ->
                        creatable(connection, who, found.path("name").asText(project));
                    case JiraAnswer.Missing(String message) ->
                        broken("Jira knows " + who + " but shows no project " + project + ": " + message);
                    case JiraAnswer.Unauthorized(String message) ->
                        broken(who + " may not see the project " + project + ": " + message);
                    default -> other(answer);
                });
    }

    private Uni<ProbeResult> creatable(OpenConnection connection, String who, String projectName) {
        String project = connection.setting("projectKey");
        return jira.call(connection, (api, at) -> api.creatable(at.url(), at.authorization(), at.version(), project))
                .flatMap(answer -> switch (answer) {
                    case JiraAnswer.Data(JsonNode types) -> judge(connection, who, projectName, types);
                    case JiraAnswer.Missing _, JiraAnswer.Unauthorized _, JiraAnswer.Refused _ ->
                        broken(mayNotCreate(who, project));
                    default -> other(answer);
                });
    }

    /** Cloud lists {@code issueTypes}, Data Center {@code values}. */
    private static Uni<ProbeResult> judge(OpenConnection connection, String who, String projectName, JsonNode answer) {
        String project = connection.setting("projectKey");
        String wanted = connection.setting("issueType");
        List<JsonNode> types = Stream.of("issueTypes", "values")
                .flatMap(name -> answer.path(name).valueStream())
                .toList();
        if (types.isEmpty()) {
            return broken(mayNotCreate(who, project));
        }
        if (types.stream().noneMatch(type -> JiraReadings.isType(type, wanted))) {
            List<String> names =
                    types.stream().map(type -> type.path("name").asText()).toList();
            return broken("The project " + project + " has no issue type " + wanted + " that " + who
                    + " may make; there are: " + String.join(", ", names));
        }
        return Uni.createFrom()
                .item(new ProbeResult.Works("Connected to Jira as " + who + "; issues go to project " + projectName
                        + " (" + project + ") as " + wanted + "."));
    }

    private static String mayNotCreate(String who, String project) {
        return who + " sees the project " + project + " but may not create issues in it";
    }

    private static String credentials(OpenConnection connection) {
        return connection.connection().terms().system() == ExternalSystem.JIRA_CLOUD
                ? "the e-mail address with this API token"
                : "the access token";
    }

    private static Uni<ProbeResult> other(JiraAnswer answer) {
        return switch (answer) {
            case JiraAnswer.Throttled(String message, var _) ->
                broken("Jira is limiting this account right now, so it could not be tried: " + message);
            case JiraAnswer.Unclear(String message, var _) -> broken(message);
            case JiraAnswer.NotSent(String message, var _) -> broken(message);
            case JiraAnswer.Refused(String message, var _) -> broken("Jira refuses: " + message);
            case JiraAnswer.Missing(String message) -> broken("Jira does not find it: " + message);
            case JiraAnswer.Unauthorized(String message) -> broken("Jira does not allow it: " + message);
            case JiraAnswer.Data _ -> broken("Jira's answer could not be understood");
        };
    }

    private static Uni<ProbeResult> broken(String message) {
        return Uni.createFrom().item(new ProbeResult.Broken(message));
    }
}
