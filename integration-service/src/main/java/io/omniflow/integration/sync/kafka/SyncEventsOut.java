package io.omniflow.integration.sync.kafka;

import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.Limits;
import io.omniflow.contract.TicketCommand;
import io.omniflow.integration.incoming.domain.Signal;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.sync.SyncEvents;
import io.omniflow.integration.sync.domain.Act;
import io.omniflow.integration.sync.domain.TiedLink;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
class SyncEventsOut implements SyncEvents {
    private static final String ACTOR = "system:integration";
    private static final String ENGINEERING = "engineering";

    @Override
    public OutboundEvent asked(TiedLink link, Act.Ask ask, Instant now) {
        return new OutboundEvent(
                ask.command(),
                link.workspace(),
                link.ticketId(),
                new TicketCommand.ChangeStatus(link.ticketId(), TicketStatuses.told(ask.status())),
                now,
                null,
                new Origin(ACTOR, link.id().value().toString(), null),
                null,
                Position.LAST,
                History.LIVE);
    }

    @Override
    public OutboundEvent told(Link link, Act.Tell change, Instant now) {
        IntegrationEvent.ExternalStatusChanged changed = new IntegrationEvent.ExternalStatusChanged(
                link.id().value(),
                link.ticketId(),
                link.connectionId().value(),
                link.system().text(),
                change.before().name(),
                change.after().name(),
                change.at());
        return OutboundEvent.of(link.workspace(), link.ticketId(), changed, now, null, origin(link));
    }

    @Override
    public OutboundEvent stateShown(Link link, String state, Instant now) {
        TicketCommand.SetLinkState shown =
                new TicketCommand.SetLinkState(link.ticketId(), link.id().value(), state);
        return OutboundEvent.of(link.workspace(), link.ticketId(), shown, now, null, origin(link));
    }

    @Override
    public OutboundEvent noted(TiedLink link, Signal.CommentWritten comment, Instant now) {
        TicketCommand.AddNote note = new TicketCommand.AddNote(
                link.ticketId(),
                Cut.bytes(comment.text(), Limits.TEXT_BYTES),
                Cut.characters(comment.author(), Limits.NAME_CHARACTERS),
                ENGINEERING);
        Origin origin = new Origin(ACTOR, link.id().value().toString(), null);
        return OutboundEvent.of(link.workspace(), link.ticketId(), note, now, null, origin);
    }

    private static Origin origin(Link link) {
        return new Origin(ACTOR, link.id().value().toString(), null);
    }
}
