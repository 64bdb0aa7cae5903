package io.omniflow.integration.sync;

import io.omniflow.integration.incoming.domain.Signal;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.sync.domain.Act;
import io.omniflow.integration.sync.domain.TiedLink;
import io.omniflow.kit.outbox.OutboundEvent;
import java.time.Instant;

/** What is asked of the ticket's owner and told to everybody. All of it correlates by the link's id. */
public interface SyncEvents {
    /** Its id is the command's, by which its effect is recognised. */
    OutboundEvent asked(TiedLink link, Act.Ask ask, Instant now);

    OutboundEvent told(Link link, Act.Tell change, Instant now);

    /** The ticket shows the state. */
    OutboundEvent stateShown(Link link, String state, Instant now);

    /** A comment there becomes a note for engineering here. */
    OutboundEvent noted(TiedLink link, Signal.CommentWritten comment, Instant now);
}
