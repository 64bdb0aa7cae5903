package io.omniflow.ticket.rule.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.rule.Mentions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PostgresMentions implements Mentions {
    private static final String KNOWN = """
            select id, true as team from team where workspace_id = $1 and id = any($2::uuid[]) and not archived
            union all
            select id, false from agent where workspace_id = $1 and id = any($3::uuid[]) and active
            """;

    @Override
    public Uni<Known> known(
            SqlConnection transaction, WorkspaceId workspace, Collection<UUID> teams, Collection<UUID> agents) {
        return transaction
                .preparedQuery(KNOWN)
                .execute(Tuple.of(workspace.value(), teams.toArray(UUID[]::new), agents.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> knownTeams = new HashSet<>();
                    Set<UUID> knownAgents = new HashSet<>();
                    rows.forEach(row -> (row.getBoolean("team") ? knownTeams : knownAgents).add(row.getUUID("id")));
                    return new Known(knownTeams, knownAgents);
                });
    }
}
