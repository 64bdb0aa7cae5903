package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.paging.Cursors;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketOrder;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One page of tickets as SQL: a range of one index for the order, cut before anything is joined for show. */
record ListQuery(String sql, Tuple parameters) {
    static ListQuery of(
            WorkspaceId workspace,
            TicketFilter filter,
            TicketOrder order,
            TicketOrder.@Nullable Place behind,
            int limit) {
        return new Writer(workspace).write(filter, order, behind, limit);
    }

    private static final class Writer {
        private final List<String> conditions = new ArrayList<>();
        private final List<@Nullable Object> values = new ArrayList<>();

        Writer(WorkspaceId workspace) {
            conditions.add("t.workspace_id = " + value(workspace.value()));
        }

        ListQuery write(TicketFilter filter, TicketOrder order, TicketOrder.@Nullable Place behind, int limit) {
            narrow(filter);
            if (behind != null) {
                conditions.add("(" + column(order) + ", t.id) "
                        + (order.direction() == TicketOrder.Direction.ASCENDING ? ">" : "<") + " (" + key(order, behind)
                        + ", " + value(behind.id()) + ")");
            }
            String direction = order.direction() == TicketOrder.Direction.ASCENDING ? " asc" : " desc";
            String sorted = " order by " + column(order) + direction + ", t.id" + direction;
            String page = "select t.* from ticket t where " + String.join(" and ", conditions) + sorted + " limit "
                    + value(limit);
            String sql = PostgresShownTickets.SHOW + " from (" + page + ") t" + PostgresShownTickets.SLA + sorted;
            return new ListQuery(sql, Tuple.from(values));
        }

        private void narrow(TicketFilter filter) {
            anyOf("t.status", filter.statuses().stream().map(TicketRows::name).toList(), String[]::new, "text");
            anyOf(
                    "t.priority",
                    filter.priorities().stream()
                            .map(priority -> (short) priority.rank())
                            .toList(),
                    Short[]::new,
                    "smallint");
            assignees(filter.assignees());
            anyOf("t.team_id", filter.teams(), UUID[]::new, "uuid");
            anyOf("t.source", filter.sources().stream().map(TicketRows::name).toList(), String[]::new, "text");
            if (!filter.tags().isEmpty()) {
                conditions.add("t.tags @> " + value(filter.tags().toArray(String[]::new)) + "::text[]");
            }
            if (filter.contact() != null) {
                conditions.add("t.contact_ids @> array[" + value(filter.contact()) + "::uuid]");
            }
            if (filter.conversation() != null) {
                conditions.add("t.id = (select c.ticket_id from conversation_link c where c.workspace_id = $1"
                        + " and c.conversation_id = " + value(filter.conversation()) + ")");
            }
            filter.customFields()
                    .forEach((field, alternatives) -> conditions.add(alternatives.stream()
                            .map(wanted ->
                                    "t.custom_fields @> " + value(new JsonObject(Map.of(field, wanted))) + "::jsonb")
                            .collect(Collectors.joining(" or ", "(", ")"))));
            range("t.created_at", filter.created());
            range("t.updated_at", filter.updated());
            sla(filter);
        }

        private void assignees(TicketFilter.Assignees wanted) {
            String nobody = "t.assignee_id is null";
            boolean nobodyToo = wanted.nobody() == TicketFilter.Assignees.Nobody.INCLUDED;
            if (wanted.agents().isEmpty()) {
                if (nobodyToo) {
                    conditions.add(nobody);
                }
                return;
            }
            String agents = "t.assignee_id = any(" + value(wanted.agents().toArray(UUID[]::new)) + "::uuid[])";
            conditions.add(nobodyToo ? "(" + agents + " or " + nobody + ")" : agents);
        }

        private void sla(TicketFilter filter) {
            if (!filter.slaStates().isEmpty()) {
                String ofTicket = "exists (select 1 from ticket_sla f where f.workspace_id = $1 and f.ticket_id = t.id";
                String told = ofTicket + " and f.state = any("
                        + value(filter.slaStates().toArray(String[]::new)) + "::text[]))";
                conditions.add(filter.slaStates().contains("none") ? "(" + told + " or not " + ofTicket + "))" : told);
            }
        }

        private <T> void anyOf(
                String column, Collection<T> alternatives, java.util.function.IntFunction<T[]> array, String type) {
            if (alternatives.size() == 1) {
                conditions.add(column + " = " + value(alternatives.iterator().next()));
            } else if (!alternatives.isEmpty()) {
                conditions.add(column + " = any(" + value(alternatives.stream().toArray(array)) + "::" + type + "[])");
            }
        }

        private void range(String column, TicketFilter.Range range) {
            if (range.from() != null) {
                conditions.add(column + " >= " + value(range.from().atOffset(ZoneOffset.UTC)));
            }
            if (range.to() != null) {
                conditions.add(column + " < " + value(range.to().atOffset(ZoneOffset.UTC)));
            }
        }

        private static String column(TicketOrder order) {
            return switch (order.key()) {
                case UPDATED -> "t.updated_at";
                case CREATED -> "t.created_at";
                case PRIORITY -> "t.priority";
            };
        }

        private String key(TicketOrder order, TicketOrder.Place place) {
            return switch (order.key()) {
                case UPDATED, CREATED -> value(instant(place.key()).atOffset(ZoneOffset.UTC));
                case PRIORITY -> value(rank(place.key()));
            };
        }

        private static Instant instant(String text) {
            try {
                return TicketFilter.storable(Instant.parse(text)).orElseThrow(Cursors::refused);
            } catch (DateTimeException malformed) {
                throw Cursors.refused();
            }
        }

        private static short rank(String text) {
            long rank = Cursors.number(text);
            if (rank < 1 || rank > 4) {
                throw Cursors.refused();
            }
            return (short) rank;
        }

        private String value(@Nullable Object value) {
            values.add(value);
            return "$" + values.size();
        }
    }
}
