package io.omniflow.ticket.directory;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Adds, changes and archives teams; each change is told. */
@ApplicationScoped
public class KeepTeams {
    private final Transactions transactions;
    private final Teams teams;
    private final Agents agents;
    private final SettingEvents events;
    private final Outbox outbox;
    private final Clock clock;

    KeepTeams(Transactions transactions, Teams teams, Agents agents, SettingEvents events, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.teams = teams;
        this.agents = agents;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Fails with 422 when the lead is no agent of the workspace. */
    public Uni<Team> add(
            SqlConnection transaction,
            WorkspaceId workspace,
            UUID id,
            String name,
            @Nullable UUID leadId,
            Origin origin) {
        Team team = new Team(id, name, leadId, false, 1, now());
        return checkLead(transaction, workspace, leadId)
                .chain(() -> teams.add(transaction, workspace, team))
                .chain(() -> tell(transaction, workspace, null, team, origin))
                .replaceWith(team);
    }

    /** Fails with 404, 409 (archived, or the name is taken), 412 or 422. */
    public Uni<Team> change(
            WorkspaceId workspace, UUID id, Optional<Long> version, UnaryOperator<Team> change, Origin origin) {
        return transactions.write(
                transaction -> locked(transaction, workspace, id, version).flatMap(before -> {
                    if (before.archived()) {
                        throw Problems.conflict("team-archived", "The team is archived");
                    }
                    Team after = change.apply(before);
                    return after.equals(before)
                            ? Uni.createFrom().item(before)
                            : checkLead(transaction, workspace, after.leadId())
                                    .chain(() -> save(
                                            transaction,
                                            workspace,
                                            before,
                                            after.inVersion(before.version() + 1),
                                            origin));
                }));
    }

    /** Archiving again changes nothing. */
    public Uni<Void> archive(WorkspaceId workspace, UUID id, Optional<Long> version, Origin origin) {
        return transactions.write(transaction -> locked(transaction, workspace, id, version)
                .flatMap(before -> before.archived()
                        ? Uni.createFrom().item(before)
                        : save(transaction, workspace, before, before.inArchive(), origin))
                .replaceWithVoid());
    }

    private Uni<Team> save(SqlConnection transaction, WorkspaceId workspace, Team before, Team after, Origin origin) {
        return teams.save(transaction, workspace, after)
                .chain(() -> tell(transaction, workspace, before, after, origin))
                .replaceWith(after);
    }

    private Uni<Team> locked(SqlConnection transaction, WorkspaceId workspace, UUID id, Optional<Long> version) {
        return teams.lock(transaction, workspace, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("team")))
                .invoke(team -> ETags.check(version, team.version()));
    }

    private Uni<Void> checkLead(SqlConnection transaction, WorkspaceId workspace, @Nullable UUID leadId) {
        if (leadId == null) {
            return Uni.createFrom().voidItem();
        }
        return agents.lock(transaction, workspace, leadId)
                .map(found -> found.orElseThrow(() -> Problems.invalid("/leadId", "is no agent of this workspace")))
                .replaceWithVoid();
    }

    private Uni<Void> tell(
            SqlConnection transaction, WorkspaceId workspace, @Nullable Team before, Team after, Origin origin) {
        SettingEvents.Change change = new SettingEvents.Change(
                SettingEvents.Kind.TEAM, after.id().toString(), before == null ? null : before.told(), after.told());
        return outbox.append(transaction, List.of(events.changed(workspace, change, now(), origin)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
