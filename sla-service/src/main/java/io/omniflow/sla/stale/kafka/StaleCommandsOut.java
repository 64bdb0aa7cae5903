package io.omniflow.sla.stale.kafka;

import io.omniflow.contract.TicketCommand;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Position;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.stale.StaleCommands;
import io.omniflow.sla.stale.domain.Recipient;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Commands through the outbox; the watch waits for the answer that names the command's id as its cause. */
@ApplicationScoped
class StaleCommandsOut implements StaleCommands {
    private static final String ACTOR = "system:sla-service";

    private final Outbox outbox;

    StaleCommandsOut(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> send(SqlConnection transaction, List<Command> commands, Instant at) {
        return outbox.append(
                transaction,
                commands.stream().map(command -> event(command, at)).toList());
    }

    private static OutboundEvent event(Command command, Instant at) {
        TicketKey ticket = command.ticket();
        return new OutboundEvent(
                command.id(),
                ticket.workspace(),
                ticket.ticket(),
                data(command),
                at,
                null,
                new Origin(ACTOR, command.id().toString(), null),
                null,
                Position.LAST,
                History.LIVE);
    }

    private static TicketCommand data(Command command) {
        return switch (command) {
            case Command.Ping ping ->
                new TicketCommand.PingStale(ping.ticket().ticket(), ping.graceUntil(), word(ping.recipient()));
            case Command.Close close ->
                new TicketCommand.CloseStale(close.ticket().ticket());
        };
    }

    private static String word(Recipient recipient) {
        return switch (recipient) {
            case ASSIGNEE -> "assignee";
            case LEAD -> "lead";
        };
    }
}
