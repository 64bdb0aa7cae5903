package io.omniflow.ticket.directory;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Adds and changes agents; each change is told. */
@ApplicationScoped
public class KeepAgents {
    private final Transactions transactions;
    private final Agents agents;
    private final Teams teams;
    private final SettingEvents events;
    private final Outbox outbox;
    private final Clock clock;

    KeepAgents(
            Transactions transactions, Agents agents, Teams teams, SettingEvents events, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.agents = agents;
        this.teams = teams;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Fails with 409 when the id or the subject is taken and with 422 for a team that is none.
     *
     * @param wanted its time and its version are set here
     */
    public Uni<Agent> add(SqlConnection transaction, WorkspaceId workspace, Agent wanted, Origin origin) {
        Agent agent = new Agent(
                wanted.id(),
                wanted.name(),
                wanted.email(),
                wanted.subject(),
                wanted.active(),
                wanted.teamIds(),
                wanted.limitedToTeams(),
                1,
                now());
        return checkTeams(transaction, workspace, List.of(), agent.teamIds())
                .chain(() -> agents.add(transaction, workspace, agent))
                .chain(() -> tell(transaction, workspace, null, agent, origin))
                .replaceWith(agent);
    }

    /** Fails with 404, 409, 412 or 422. */
    public Uni<Agent> change(
            WorkspaceId workspace, UUID id, Optional<Long> version, UnaryOperator<Agent> change, Origin origin) {
        return transactions
                .write(transaction -> agents.lock(transaction, workspace, id)
                        .map(found -> found.orElseThrow(() -> Problems.notFound("agent")))
                        .invoke(before -> ETags.check(version, before.version()))
                        .flatMap(before -> save(transaction, workspace, before, change.apply(before), origin)))
                .invoke(agents::forgetCallers);
    }

    private Uni<Agent> save(
            SqlConnection transaction, WorkspaceId workspace, Agent before, Agent wanted, Origin origin) {
        if (wanted.equals(before)) {
            return Uni.createFrom().item(before);
        }
        Agent after = wanted.inVersion(before.version() + 1);
        return checkTeams(transaction, workspace, before.teamIds(), after.teamIds())
                .chain(() -> agents.save(transaction, workspace, after))
                .chain(() -> tell(transaction, workspace, before, after, origin))
                .replaceWith(after);
    }

    /** A team that was archived since stays with those who were in it. */
    private Uni<Void> checkTeams(
            SqlConnection transaction, WorkspaceId workspace, List<UUID> before, List<UUID> wanted) {
        List<UUID> joined = wanted.stream().filter(id -> !before.contains(id)).toList();
        if (joined.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return teams.existing(transaction, workspace, joined)
                .invoke(existing -> {
                    List<FieldError> errors = new ArrayList<>();
                    for (UUID id : joined) {
                        if (!existing.contains(id)) {
                            errors.add(
                                    new FieldError("/teamIds/" + wanted.indexOf(id), "is no team of this workspace"));
                        }
                    }
                    if (!errors.isEmpty()) {
                        throw Problems.invalid(errors);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> tell(
            SqlConnection transaction, WorkspaceId workspace, @Nullable Agent before, Agent after, Origin origin) {
        SettingEvents.Change change = new SettingEvents.Change(
                SettingEvents.Kind.MEMBER, after.id().toString(), before == null ? null : before.told(), after.told());
        return outbox.append(transaction, List.of(events.changed(workspace, change, now(), origin)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
