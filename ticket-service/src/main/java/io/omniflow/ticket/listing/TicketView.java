package io.omniflow.ticket.listing;

import io.omniflow.ticket.lifecycle.ShownTicket;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ticket as the API shows it. {@code sla} and {@code links} are told by other services and do not raise the version. */
@Schema(name = "Ticket")
public record TicketView(
        UUID id,
        long number,
        String title,
        @Nullable String description,
        Status status,
        Priority priority,
        @Nullable UUID assigneeId,
        @Nullable UUID teamId,
        List<String> tags,
        List<UUID> contactIds,
        List<UUID> conversationIds,
        Map<String, Object> customFields,
        Source source,
        @Nullable String externalId,
        @Nullable UUID mergedInto,
        List<ShownTicket.ShownLink> links,
        Map<String, Object> sla,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant firstRespondedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt) {

    public static TicketView of(ShownTicket shown) {
        Ticket ticket = shown.ticket();
        return new TicketView(
                ticket.id().value(),
                ticket.number(),
                ticket.title(),
                ticket.description(),
                ticket.status(),
                ticket.priority(),
                ticket.assigneeId(),
                ticket.teamId(),
                ticket.tags().values(),
                ticket.contactIds(),
                ticket.conversationIds(),
                ticket.customFields(),
                ticket.source(),
                ticket.externalId(),
                ticket.mergedInto() == null ? null : ticket.mergedInto().value(),
                shown.links(),
                shown.sla(),
                ticket.version(),
                ticket.createdAt(),
                ticket.updatedAt(),
                ticket.firstRespondedAt(),
                ticket.resolvedAt(),
                ticket.closedAt());
    }

    /** A ticket nobody has told anything of yet. */
    public static TicketView fresh(Ticket ticket) {
        Map<String, @Nullable Object> none = new HashMap<>();
        none.put("state", "none");
        none.put("nextDueAt", null);
        none.put("firstResponse", null);
        none.put("resolution", null);
        none.put("nextResponse", null);
        return of(new ShownTicket(ticket, none, List.of()));
    }
}
