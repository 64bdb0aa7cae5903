package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketScope;
import io.vertx.core.json.JsonObject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** What a filter asks of a row of {@code ticket t}, save for its words, which {@link WordsSql} looks up first. */
final class FilterSql {
    private final SqlValues values;
    private final List<String> conditions = new ArrayList<>(List.of("t.workspace_id = $1"));

    private FilterSql(SqlValues values) {
        this.values = values;
    }

    /** All of them must hold. */
    static List<String> conditions(TicketFilter filter, SqlValues values) {
        FilterSql sql = new FilterSql(values);
        for (TicketFilter each = filter; each != null; each = each.within()) {
            sql.narrow(each);
        }
        return sql.conditions;
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
        scope(filter.scope());
        assignees(filter.assignees());
        anyOf("t.team_id", filter.teams(), UUID[]::new, "uuid");
        anyOf("t.source", filter.sources().stream().map(TicketRows::name).toList(), String[]::new, "text");
        if (!filter.tags().isEmpty()) {
            conditions.add("t.tags @> " + values.add(filter.tags().toArray(String[]::new)) + "::text[]");
        }
        if (filter.contact() != null) {
            conditions.add("t.contact_ids @> array[" + values.add(filter.contact()) + "::uuid]");
        }
        if (filter.conversation() != null) {
            conditions.add("t.id = (select c.ticket_id from conversation_link c where c.workspace_id = $1"
                    + " and c.conversation_id = " + values.add(filter.conversation()) + ")");
        }
        filter.customFields()
                .forEach((field, alternatives) -> conditions.add(alternatives.stream()
                        .map(wanted ->
                                "t.custom_fields @> " + values.add(new JsonObject(Map.of(field, wanted))) + "::jsonb")
                        .collect(Collectors.joining(" or ", "(", ")"))));
        range("t.created_at", filter.created());
        range("t.updated_at", filter.updated());
        if (!filter.slaStates().isEmpty()) {
            conditions.add("exists (select 1 from ticket_sla f where f.workspace_id = $1 and f.ticket_id = t.id"
                    + " and f.state = any(" + values.add(filter.slaStates().toArray(String[]::new)) + "::text[]))");
        }
    }

    private void scope(TicketScope scope) {
        scope.teams()
                .ifPresent(teams -> conditions.add("(t.team_id is null or t.team_id = any("
                        + values.add(teams.toArray(UUID[]::new)) + "::uuid[]))"));
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
        // one agent is a range of an index in the list's order, several are not
        String agents = wanted.agents().size() == 1
                ? "t.assignee_id = " + values.add(wanted.agents().iterator().next())
                : "t.assignee_id = any(" + values.add(wanted.agents().toArray(UUID[]::new)) + "::uuid[])";
        conditions.add(nobodyToo ? "(" + agents + " or " + nobody + ")" : agents);
    }

    private <T> void anyOf(String column, Collection<T> alternatives, IntFunction<T[]> array, String type) {
        if (alternatives.size() == 1) {
            conditions.add(column + " = " + values.add(alternatives.iterator().next()));
        } else if (!alternatives.isEmpty()) {
            conditions.add(column + " = any(" + values.add(alternatives.stream().toArray(array)) + "::" + type + "[])");
        }
    }

    private void range(String column, TicketFilter.Range range) {
        if (range.from() != null) {
            conditions.add(column + " >= " + values.add(range.from().atOffset(ZoneOffset.UTC)));
        }
        if (range.to() != null) {
            conditions.add(column + " < " + values.add(range.to().atOffset(ZoneOffset.UTC)));
        }
    }
}
