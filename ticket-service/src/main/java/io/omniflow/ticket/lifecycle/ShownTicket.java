package io.omniflow.ticket.lifecycle;

import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ticket with what other services tell of it. {@code sla} is their summary as it was published. */
public record ShownTicket(Ticket ticket, Map<String, Object> sla, List<ShownLink> links) {
    /** When the next clock runs out, RFC 3339; null while none runs. */
    public @Nullable String nextDueAt() {
        return sla.get("nextDueAt") instanceof String due ? due : null;
    }

    /** A tie to an issue or thread in another system. */
    public record ShownLink(
            String system, String key, String url, @Nullable String state) {}
}
