package io.omniflow.ticket.lifecycle;

import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ticket with what other services tell of it. {@code sla} is their summary as it was published. */
public record ShownTicket(Ticket ticket, Map<String, Object> sla, List<ShownLink> links) {
    /** A tie to an issue or thread in another system. */
    public record ShownLink(
            String system, String key, String url, @Nullable String state) {}
}
