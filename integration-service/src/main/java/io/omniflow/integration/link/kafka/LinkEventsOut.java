package io.omniflow.integration.link.kafka;

import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.TicketCommand;
import io.omniflow.integration.link.LinkEvents;
import io.omniflow.integration.link.domain.ExternalIssue;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Position;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Commands and facts correlate by the link's id, which is how an answer finds its link. */
@ApplicationScoped
class LinkEventsOut implements LinkEvents {

    @Override
    public OutboundEvent ticketWanted(Link link) {
        return new OutboundEvent(
                link.command(),
                link.workspace(),
                link.ticketId(),
                new TicketCommand.ReportState(link.ticketId()),
                link.updatedAt(),
                null,
                new Origin(link.requestedBy(), link.id().value().toString(), null),
                null,
                Position.LAST,
                History.LIVE);
    }

    @Override
    public OutboundEvent created(Link link, ExternalIssue issue) {
        IntegrationEvent.LinkCreated created = new IntegrationEvent.LinkCreated(
                link.id().value(),
                link.ticketId(),
                link.connectionId().value(),
                link.system().text(),
                issue.key(),
                issue.url(),
                issue.state());
        Origin origin = new Origin(
                link.requestedBy(), link.id().value().toString(), link.command().toString());
        return OutboundEvent.of(link.workspace(), link.ticketId(), created, link.updatedAt(), null, origin);
    }

    @Override
    public OutboundEvent removed(Link link, ExternalIssue issue, Instant at, Origin origin) {
        IntegrationEvent.LinkRemoved removed = new IntegrationEvent.LinkRemoved(
                link.id().value(),
                link.ticketId(),
                link.connectionId().value(),
                link.system().text(),
                issue.key(),
                issue.url());
        return OutboundEvent.of(link.workspace(), link.ticketId(), removed, at, null, origin);
    }
}
