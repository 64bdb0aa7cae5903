package io.omniflow.integration.thread;

import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.thread.domain.TicketThread;
import io.omniflow.kit.outbox.OutboundEvent;
import java.util.UUID;

/** What threads ask of the ticket's owner. */
public interface ThreadEvents {
    /** The question for the ticket as it is now; its id is the thread's command. */
    OutboundEvent ticketWanted(TicketThread thread);

    /** A note on a ticket, once however often the delivery is done: its id is the delivery's. */
    OutboundEvent noteWanted(Delivery reply, UUID ticketId, String author, String text);
}
