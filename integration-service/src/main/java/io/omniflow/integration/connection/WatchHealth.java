package io.omniflow.integration.connection;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.Health;
import io.omniflow.integration.delivery.domain.Outcome;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Learns from each call how its connection does, and tells of it when that changes. A refusal of what was asked is an answer
 * like any other and says nothing about the connection, except that its credentials are not taken.
 */
@ApplicationScoped
public class WatchHealth {
    private final Healths healths;
    private final ConnectionEvents events;
    private final Outbox outbox;

    WatchHealth(Healths healths, ConnectionEvents events, Outbox outbox) {
        this.healths = healths;
        this.events = events;
        this.outbox = outbox;
    }

    public Uni<Void> heard(
            SqlClient transaction, WorkspaceId workspace, ConnectionId connection, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Delivered() ->
                healths.worked(transaction, workspace, connection).flatMap(before -> before.map(
                                was -> told(transaction, workspace, connection, was, new Health.Ok(), now))
                        .orElseGet(WatchHealth::nothing));
            case Outcome.Again(Problem problem, var _) -> failed(transaction, workspace, connection, problem, now);
            case Outcome.Refused(Problem problem)
            when problem.isOfCredentials() -> failed(transaction, workspace, connection, problem, now);
            case Outcome.Refused _, Outcome.HeldBack _ -> nothing();
        };
    }

    private Uni<Void> failed(
            SqlClient transaction, WorkspaceId workspace, ConnectionId connection, Problem problem, Instant now) {
        return healths.failed(transaction, workspace, connection, problem, now).flatMap(became -> became.map(
                        degraded -> told(transaction, workspace, connection, new Health.Ok(), degraded, now))
                .orElseGet(WatchHealth::nothing));
    }

    private Uni<Void> told(
            SqlClient transaction,
            WorkspaceId workspace,
            ConnectionId connection,
            Health before,
            Health after,
            Instant now) {
        return outbox.append(transaction, List.of(events.healthChanged(workspace, connection, before, after, now)));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
