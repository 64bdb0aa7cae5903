package io.omniflow.integration.link;

import io.omniflow.integration.link.domain.ExternalIssue;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import java.time.Instant;

/** What links ask of the ticket's owner, and what is told of them. */
public interface LinkEvents {
    /** The question for the ticket as it is now; its id is the link's command. */
    OutboundEvent ticketWanted(Link link);

    OutboundEvent created(Link link, ExternalIssue issue);

    OutboundEvent removed(Link link, ExternalIssue issue, Instant at, Origin origin);
}
