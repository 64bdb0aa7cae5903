package io.omniflow.ticket.export.rest;

import io.omniflow.kit.download.CsvTable;
import io.omniflow.ticket.listing.TicketView;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** Tickets as rows of a table. */
final class CsvTickets {
    private CsvTickets() {}

    /** @param json writes custom fields into one cell */
    static CsvTable<TicketView> table(Function<Object, String> json) {
        return new CsvTable<>(List.of(
                new CsvTable.Column<>("id", TicketView::id),
                new CsvTable.Column<>("number", TicketView::number),
                new CsvTable.Column<>("title", TicketView::title),
                new CsvTable.Column<>("description", TicketView::description),
                new CsvTable.Column<>("status", ticket -> ticket.status().name().toLowerCase(Locale.ROOT)),
                new CsvTable.Column<>(
                        "priority", ticket -> ticket.priority().name().toLowerCase(Locale.ROOT)),
                new CsvTable.Column<>("assigneeId", TicketView::assigneeId),
                new CsvTable.Column<>("teamId", TicketView::teamId),
                new CsvTable.Column<>("tags", ticket -> String.join(",", ticket.tags())),
                new CsvTable.Column<>("contactIds", ticket -> ids(ticket.contactIds())),
                new CsvTable.Column<>("conversationIds", ticket -> ids(ticket.conversationIds())),
                new CsvTable.Column<>("customFields", ticket -> json.apply(ticket.customFields())),
                new CsvTable.Column<>("source", ticket -> ticket.source().name().toLowerCase(Locale.ROOT)),
                new CsvTable.Column<>("externalId", TicketView::externalId),
                new CsvTable.Column<>("mergedInto", TicketView::mergedInto),
                new CsvTable.Column<>("slaState", ticket -> ticket.sla().get("state")),
                new CsvTable.Column<>("slaNextDueAt", ticket -> ticket.sla().get("nextDueAt")),
                new CsvTable.Column<>("version", TicketView::version),
                new CsvTable.Column<>("createdAt", TicketView::createdAt),
                new CsvTable.Column<>("updatedAt", TicketView::updatedAt),
                new CsvTable.Column<>("firstRespondedAt", TicketView::firstRespondedAt),
                new CsvTable.Column<>("resolvedAt", TicketView::resolvedAt),
                new CsvTable.Column<>("closedAt", TicketView::closedAt)));
    }

    private static String ids(List<UUID> ids) {
        return String.join(",", ids.stream().map(UUID::toString).toList());
    }
}
