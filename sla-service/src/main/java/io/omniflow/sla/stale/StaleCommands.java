package io.omniflow.sla.stale;

import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.stale.domain.Recipient;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is asked of ticket-service, in the transaction that makes the watch wait for the answer. */
public interface StaleCommands {

    sealed interface Command {
        UUID id();

        TicketKey ticket();

        record Ping(UUID id, TicketKey ticket, Recipient recipient, Instant graceUntil) implements Command {}

        record Close(UUID id, TicketKey ticket) implements Command {}
    }

    /** @param at when it is asked: a grace counts from there */
    Uni<Void> send(SqlConnection transaction, List<Command> commands, Instant at);
}
