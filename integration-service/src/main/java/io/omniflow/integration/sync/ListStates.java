package io.omniflow.integration.sync;

import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks the other system for its states, for whoever writes a mapping; like a connection's test it is a call while somebody waits. */
@ApplicationScoped
public class ListStates {
    private final Connections connections;
    private final IssueSystems systems;

    ListStates(Connections connections, IssueSystems systems) {
        this.connections = connections;
        this.systems = systems;
    }

    /** Fails as a conflict, in the other system's words, when it does not tell. */
    public Uni<List<ExternalState>> list(WorkspaceId workspace, ConnectionId id) {
        return connections.open(workspace, id).flatMap(found -> {
            OpenConnection open = found.orElseThrow(() -> Problems.notFound("The connection"));
            Issues issues = systems.of(open).orElseThrow(() -> Problems.notFound("The list of states"));
            return issues.states(open).map(ListStates::told);
        });
    }

    private static List<ExternalState> told(CallResult<List<ExternalState>> result) {
        return switch (result) {
            case CallResult.Done(var states) -> states;
            case CallResult.Missing(Problem problem) -> throw untold(problem);
            case CallResult.Unclear(Problem problem, var _) -> throw untold(problem);
            case CallResult.HeldBack(Problem problem, var _) -> throw untold(problem);
            case CallResult.Refused(Problem problem) -> throw untold(problem);
        };
    }

    private static RuntimeException untold(Problem problem) {
        return Problems.conflict(problem.type(), problem.detail());
    }
}
