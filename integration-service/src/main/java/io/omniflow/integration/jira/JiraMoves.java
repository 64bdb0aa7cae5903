package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.Issue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Walks an issue along a route. The issue is read again before each step, so a walk that broke off goes on where it ended.
 *
 * <p>Whoever asks has read the issue before the first step and must not take our steps for somebody else's. So a walk that ends
 * on the way has an unknown outcome, whatever ended it; a dead end is remembered and refused when it is asked for again.
 */
@ApplicationScoped
class JiraMoves {
    private static final String FIELDS = "status,updated,project,issuetype";

    private final JiraClient jira;
    private final JiraDeadEnds deadEnds = new JiraDeadEnds();

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
                                : onFrom(walk, place)))
                .map(result -> toldFor(walk, result));
    }

    private Uni<CallResult<Issue>> onFrom(Walk walk, Place place) {
        return deadEnds.take(walk.connection(), place.issue(), walk.route().target())
                .map(JiraResults::<Issue>refused)
                .orElseGet(() -> step(walk, place));
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
            case JiraRoute.Blocked(String why) -> {
                if (walk.route().hasBegun()) {
                    deadEnds.remember(
                            walk.connection(), place.issue(), walk.route().target(), why);
                }
                yield JiraResults.refused(why);
            }
        };
    }

    private Uni<CallResult<Issue>> take(Walk walk, Place place, JiraTransition way) {
        Walk onwards = walk.on(walk.route().through(place.issue().state()));
        return jira.call(
                        walk.connection(),
                        (api, at) ->
                                api.transition(at.url(), at.authorization(), at.version(), walk.issueId(), body(way)))
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
                    boolean there = states.stream().anyMatch(state -> state.id()
                            .equals(walk.route().target().id()));
                    JiraRoute.Aim aim = there ? JiraRoute.Aim.STATUS : JiraRoute.Aim.KIND;
                    return choose(walk.on(walk.route().aimedAt(aim)), place, offered);
                }));
    }

    private static CallResult<Issue> toldFor(Walk walk, CallResult<Issue> result) {
        if (!walk.route().hasBegun()) {
            return result;
        }
        return switch (result) {
            case CallResult.Done<Issue> _, CallResult.Unclear<Issue> _ -> result;
            case CallResult.Missing<Issue>(Problem why) -> new CallResult.Unclear<>(why, Optional.empty());
            case CallResult.Refused<Issue>(Problem why) -> new CallResult.Unclear<>(why, Optional.empty());
            case CallResult.HeldBack<Issue>(Problem why, var pause) ->
                new CallResult.Unclear<>(why, Optional.of(pause));
        };
    }

    private static ObjectNode body(JiraTransition way) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("transition").put("id", way.id());
        way.resolution()
                .ifPresent(
                        id -> body.putObject("fields").putObject("resolution").put("id", id));
        return body;
    }
}
