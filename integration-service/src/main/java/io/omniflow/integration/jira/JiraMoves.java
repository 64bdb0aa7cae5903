package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.Issue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Walks an issue along a route. The issue is read again before each step, so a walk that broke off goes on where it ended. */
@ApplicationScoped
class JiraMoves {
    private static final String FIELDS = "status,updated,project,issuetype";

    private final JiraClient jira;

    JiraMoves(JiraClient jira) {
        this.jira = jira;
    }

    private record Walk(OpenConnection connection, String issueId, JiraRoute route) {
        Walk on(JiraRoute next) {
            return new Walk(connection, issueId, next);
        }
    }

    /** What a step needs to know of the issue. */
    private record Place(Issue issue, String project, String issueType) {}

    /** @param id the issue's id or key */
    Uni<CallResult<Issue>> move(OpenConnection connection, String id, JiraRoute route) {
        return go(new Walk(connection, id, route));
    }

    private Uni<CallResult<Issue>> go(Walk walk) {
        return jira.call(
                        walk.connection(),
                        (api, at) -> api.issue(at.url(), at.authorization(), at.version(), walk.issueId(), FIELDS))
                .map(answer -> JiraResults.of(answer, node -> JiraReadings.issue(walk.connection(), node)
                        .map(issue -> new Place(
                                issue,
                                node.at("/fields/project/key").asText(),
                                node.at("/fields/issuetype/id").asText()))))
                .flatMap(read -> JiraResults.then(
                        read,
                        place -> walk.route().isAt(place.issue().state())
                                ? JiraResults.done(place.issue())
                                : step(walk, place)));
    }

    private Uni<CallResult<Issue>> step(Walk walk, Place place) {
        return jira.call(
                        walk.connection(),
                        (api, at) -> api.transitions(
                                at.url(), at.authorization(), at.version(), walk.issueId(), "transitions.fields"))
                .map(answer -> JiraResults.of(answer, node -> Optional.of(JiraTransition.all(node))))
                .flatMap(read -> JiraResults.then(read, offered -> choose(walk, place, offered)));
    }

    private Uni<CallResult<Issue>> choose(Walk walk, Place place, List<JiraTransition> offered) {
        return switch (walk.route().next(place.issue().state(), offered)) {
            case JiraRoute.Arrived() -> JiraResults.done(place.issue());
            case JiraRoute.Take(JiraTransition way) -> take(walk, place, way);
            case JiraRoute.Check() -> check(walk, place, offered);
            case JiraRoute.Blocked(String why) -> JiraResults.refused(why);
        };
    }

    private Uni<CallResult<Issue>> take(Walk walk, Place place, JiraTransition way) {
        Walk onwards = walk.on(walk.route().through(place.issue().state()));
        return jira.call(
                        walk.connection(),
                        (api, at) -> api.transition(
                                at.url(), at.authorization(), at.version(), walk.issueId(), body(way)))
                .map(answer -> JiraResults.of(answer, Optional::of))
                .flatMap(taken -> JiraResults.then(taken, _ -> go(onwards)));
    }

    /** A target of another project or issue type can only be met by a status of its kind. */
    private Uni<CallResult<Issue>> check(Walk walk, Place place, List<JiraTransition> offered) {
        return jira.call(
                        walk.connection(),
                        (api, at) -> api.statuses(at.url(), at.authorization(), at.version(), place.project()))
                .map(answer -> JiraResults.of(answer, node -> JiraReadings.states(node, place.issueType())))
                .flatMap(read -> JiraResults.then(read, states -> {
                    boolean there = states.stream()
                            .anyMatch(state -> state.id().equals(walk.route().target().id()));
                    JiraRoute.Aim aim = there ? JiraRoute.Aim.STATUS : JiraRoute.Aim.KIND;
                    return choose(walk.on(walk.route().aimedAt(aim)), place, offered);
                }));
    }

    private static ObjectNode body(JiraTransition way) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("transition").put("id", way.id());
        way.resolution()
                .ifPresent(id -> body.putObject("fields").putObject("resolution").put("id", id));
        return body;
    }
}
