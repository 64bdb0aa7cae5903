package io.omniflow.integration.jira;

import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.sync.Issues;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.Comment;
import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.Issue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Jira's issues, read and changed. */
@ApplicationScoped
class JiraIssues implements Issues {
    private static final String FIELDS = "status,updated";

    private final JiraClient jira;
    private final JiraMoves moves;
    private final JiraComments comments;

    JiraIssues(JiraClient jira, JiraMoves moves, JiraComments comments) {
        this.jira = jira;
        this.moves = moves;
        this.comments = comments;
    }

    @Override
    public Set<ExternalSystem> systems() {
        return Set.of(ExternalSystem.JIRA_CLOUD, ExternalSystem.JIRA_DATA_CENTER);
    }

    @Override
    public Optional<String> named(OpenConnection connection, URI address) {
        return JiraAddress.key(URI.create(JiraSite.url(connection)), address);
    }

    @Override
    public Uni<CallResult<Issue>> fetch(OpenConnection connection, String idOrKey) {
        return jira.call(
                        connection, (api, at) -> api.issue(at.url(), at.authorization(), at.version(), idOrKey, FIELDS))
                .map(answer -> JiraResults.of(answer, node -> JiraReadings.issue(connection, node)));
    }

    @Override
    public Uni<CallResult<Issue>> move(OpenConnection connection, String id, ExternalState target) {
        return moves.move(connection, id, JiraRoute.to(target));
    }

    @Override
    public Uni<CallResult<String>> comment(
            OpenConnection connection, String id, Comment comment, Claim.Earlier earlier) {
        return comments.say(connection, id, comment, earlier);
    }

    @Override
    public Uni<CallResult<List<ExternalState>>> states(OpenConnection connection) {
        String project = connection.setting("projectKey");
        String type = connection.setting("issueType");
        return jira.call(connection, (api, at) -> api.statuses(at.url(), at.authorization(), at.version(), project))
                .map(answer -> JiraResults.of(answer, types -> Optional.of(JiraReadings.states(types, type))))
                .flatMap(read -> JiraResults.then(read, states -> states.map(JiraResults::done)
                        .orElseGet(
                                () -> JiraResults.refused("The project " + project + " has no issue type " + type))));
    }

    @Override
    public Uni<CallResult<Issue>> attach(OpenConnection connection, Issue issue, String title, URI ticketAddress) {
        return jira.call(
                        connection,
                        (api, at) -> api.remoteLink(
                                at.url(),
                                at.authorization(),
                                at.version(),
                                issue.id(),
                                JiraFields.remoteLink(title, ticketAddress)))
                .map(answer -> JiraResults.of(answer, _ -> Optional.of(issue)));
    }
}
