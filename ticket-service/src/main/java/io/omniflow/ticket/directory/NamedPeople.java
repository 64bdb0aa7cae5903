package io.omniflow.ticket.directory;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Agents and teams that a history of another system names. */
@ApplicationScoped
public class NamedPeople {
    private final Agents agents;
    private final Teams teams;
    private final SettingEvents events;
    private final Outbox outbox;
    private final Clock clock;

    NamedPeople(Agents agents, Teams teams, SettingEvents events, Outbox outbox, Clock clock) {
        this.agents = agents;
        this.teams = teams;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Ids by the names of agents and of teams. */
    public record Ids(Map<String, UUID> agents, Map<String, UUID> teams) {}

    /**
     * Which of the names stand for somebody who is there: an agent by its id or its subject, a team, archived or not, by its
     * id, or one that is not archived by its name.
     */
    public Uni<Ids> known(SqlConnection transaction, WorkspaceId workspace, Ids wanted) {
        return agents.named(transaction, workspace, wanted.agents())
                .flatMap(knownAgents -> teams.named(transaction, workspace, wanted.teams())
                        .map(knownTeams -> new Ids(knownAgents, knownTeams)));
    }

    /** Makes agents, who are active, and teams of these ids and names; each is told. */
    public Uni<Void> add(SqlConnection transaction, WorkspaceId workspace, Ids fresh, Origin origin) {
        if (fresh.agents().isEmpty() && fresh.teams().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Agent> newAgents = sorted(fresh.agents())
                .map(named -> new Agent(named.getValue(), named.getKey(), null, null, true, List.of(), false, 1, now))
                .toList();
        List<Team> newTeams = sorted(fresh.teams())
                .map(named -> new Team(named.getValue(), named.getKey(), null, false, 1, now))
                .toList();
        return agents.addMissing(transaction, workspace, newAgents)
                .flatMap(addedAgents -> teams.addMissing(transaction, workspace, newTeams)
                        .map(addedTeams -> told(workspace, addedAgents, addedTeams, now, origin)))
                .flatMap(told -> outbox.append(transaction, told));
    }

    /** In one order, so that two who name the same people take turns. */
    private static Stream<Map.Entry<String, UUID>> sorted(Map<String, UUID> names) {
        return names.entrySet().stream().sorted(Map.Entry.comparingByValue());
    }

    private List<OutboundEvent> told(
            WorkspaceId workspace, List<Agent> newAgents, List<Team> newTeams, Instant at, Origin origin) {
        List<OutboundEvent> told = new ArrayList<>();
        for (Agent agent : newAgents) {
            told.add(events.changed(
                    workspace,
                    new SettingEvents.Change(
                            SettingEvents.Kind.MEMBER, agent.id().toString(), null, agent.told()),
                    at,
                    origin));
        }
        for (Team team : newTeams) {
            told.add(events.changed(
                    workspace,
                    new SettingEvents.Change(SettingEvents.Kind.TEAM, team.id().toString(), null, team.told()),
                    at,
                    origin));
        }
        return told;
    }
}
