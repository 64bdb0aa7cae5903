package io.omniflow.ticket.export.rest;

import io.omniflow.ticket.listing.TicketView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Tickets as rows of RFC 4180. A cell that a spreadsheet would take for a formula gets a quote in front, so it is text there. */
final class CsvTickets {
    private static final String FORMULA = "=+-@\t\r";

    private record Column(String name, Function<TicketView, @Nullable Object> value) {}

    private final List<Column> columns;

    /** @param json writes custom fields into one cell */
    CsvTickets(Function<Object, String> json) {
        this.columns = List.of(
                new Column("id", TicketView::id),
                new Column("number", TicketView::number),
                new Column("title", TicketView::title),
                new Column("description", TicketView::description),
                new Column("status", ticket -> ticket.status().name().toLowerCase(Locale.ROOT)),
                new Column("priority", ticket -> ticket.priority().name().toLowerCase(Locale.ROOT)),
                new Column("assigneeId", TicketView::assigneeId),
                new Column("teamId", TicketView::teamId),
                new Column("tags", ticket -> String.join(",", ticket.tags())),
                new Column("contactIds", ticket -> ids(ticket.contactIds())),
                new Column("conversationIds", ticket -> ids(ticket.conversationIds())),
                new Column("customFields", ticket -> json.apply(ticket.customFields())),
                new Column("source", ticket -> ticket.source().name().toLowerCase(Locale.ROOT)),
                new Column("externalId", TicketView::externalId),
                new Column("mergedInto", TicketView::mergedInto),
                new Column("slaState", ticket -> ticket.sla().get("state")),
                new Column("slaNextDueAt", ticket -> ticket.sla().get("nextDueAt")),
                new Column("version", TicketView::version),
                new Column("createdAt", TicketView::createdAt),
                new Column("updatedAt", TicketView::updatedAt),
                new Column("firstRespondedAt", TicketView::firstRespondedAt),
                new Column("resolvedAt", TicketView::resolvedAt),
                new Column("closedAt", TicketView::closedAt));
    }

    String header() {
        return printed(List.of(columns.stream().map(Column::name).toArray()), UnaryOperator.identity());
    }

    String rows(List<TicketView> tickets) {
        StringBuilder rows = new StringBuilder();
        for (TicketView ticket : tickets) {
            rows.append(printed(
                    Arrays.asList(columns.stream()
                            .map(column -> column.value().apply(ticket))
                            .toArray()),
                    CsvTickets::harmless));
        }
        return rows.toString();
    }

    private static String printed(List<? extends @Nullable Object> cells, UnaryOperator<String> safe) {
        StringBuilder line = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(line, CSVFormat.RFC4180)) {
            for (Object cell : cells) {
                printer.print(cell == null ? "" : safe.apply(cell.toString()));
            }
            printer.println();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String ids(List<UUID> ids) {
        return String.join(",", ids.stream().map(UUID::toString).toList());
    }
}
