package io.omniflow.ticket.notification.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.notification.Addressees;
import io.omniflow.ticket.notification.domain.Mentionable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresAddressees implements Addressees {
    private static final String MENTIONABLE =
            "select id, name, email, subject from agent where workspace_id = $1 and active";
    private static final String RESPONSIBLE = """
            select t.workspace_id, t.id, a.id as assignee_id, l.id as lead_id
            from unnest($1::uuid[], $2::uuid[]) as w(workspace_id, id)
            join ticket t on t.workspace_id = w.workspace_id and t.id = w.id
            left join agent a on a.workspace_id = t.workspace_id and a.id = t.assignee_id and a.active
              and (not a.limited_to_teams or t.team_id is null or t.team_id = any(a.team_ids))
            left join team m on m.workspace_id = t.workspace_id and m.id = t.team_id
            left join agent l on l.workspace_id = m.workspace_id and l.id = m.lead_id and l.active
            """;

    @Override
    public Uni<List<Mentionable>> mentionable(SqlConnection transaction, WorkspaceId workspace) {
        return transaction
                .preparedQuery(MENTIONABLE)
                .execute(Tuple.of(workspace.value()))
                .map(rows -> {
                    List<Mentionable> agents = new ArrayList<>(rows.size());
                    rows.forEach(row -> agents.add(new Mentionable(
                            row.getUUID("id"),
                            row.getString("name"),
                            row.getString("email"),
                            row.getString("subject"))));
                    return agents;
                });
    }

    @Override
    public Uni<Map<OfTicket, Responsible>> responsible(SqlConnection transaction, Collection<OfTicket> tickets) {
        return transaction
                .preparedQuery(RESPONSIBLE)
                .execute(Tuple.of(
                        tickets.stream().map(place -> place.workspace().value()).toArray(UUID[]::new),
                        tickets.stream().map(OfTicket::ticket).toArray(UUID[]::new)))
                .map(rows -> {
                    Map<OfTicket, Responsible> found = new HashMap<>();
                    rows.forEach(row -> found.put(
                            new OfTicket(new WorkspaceId(row.getUUID("workspace_id")), row.getUUID("id")),
                            new Responsible(
                                    Optional.ofNullable(row.getUUID("assignee_id")),
                                    Optional.ofNullable(row.getUUID("lead_id")))));
                    return found;
                });
    }
}
