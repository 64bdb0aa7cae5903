package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketScope;
import io.vertx.core.json.JsonObject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a filter asks of a {@code ticket t}, save for its words, which {@link WordsSql} looks up first. Its tags and the states
 * of its clocks stand in tables of their own, so they can be asked in two ways.
 */
final class FilterSql {
    private static final Set<String> FEW = Set.of("at_risk", "breached");
    private static final TicketFilter.Range EVER = new TicketFilter.Range(null, null);

    private final SqlValues values;
    private final List<String> ofRow = new ArrayList<>(List.of("t.workspace_id = $1"));

    private final List<String> tags = new ArrayList<>();
    private final List<States> states = new ArrayList<>();

    private final Clocks clocks;

    private FilterSql(SqlValues values, Clocks clocks) {
        this.values = values;
        this.clocks = clocks;
    }

    /** How the states of clocks are asked. */
    enum Clocks {
        /** Left to the planner. */
        JOINED,
        /** The few tickets that are late or nearly so are looked up first, where nothing else is asked. */
        LOOKED_UP,
        /** Not here: an order by due times reads them from where they stand. */
        APART
    }

    /** All conditions must hold, whichever way they are asked. */
    static FilterSql of(TicketFilter filter, SqlValues values, Clocks clocks) {
        FilterSql sql = new FilterSql(values, clocks);
        for (TicketFilter each = filter; each != null; each = each.within()) {
            sql.narrow(each);
        }
        return sql;
    }

    /** Whether it narrows to a good part of all tickets: not to one agent's, contact's or conversation's, or a field's value. */
    static boolean isBroad(TicketFilter filter) {
        boolean narrows = false;
        for (TicketFilter each = filter; each != null; each = each.within()) {
            if (!each.assignees().agents().isEmpty()
                    || each.contact() != null
                    || each.conversation() != null
                    || !each.customFields().isEmpty()) {
                return false;
            }
            narrows |= !each.teams().isEmpty()
                    || !each.priorities().isEmpty()
                    || !each.tags().isEmpty()
                    || !each.sources().isEmpty()
                    || each.scope().teams().isPresent()
                    || !each.created().equals(EVER)
                    || !each.updated().equals(EVER);
        }
        return narrows;
    }

    /** Conditions the planner may turn into joins as it likes. */
    String conditions() {
        Stream<String> tagged = tags.stream()
                .map(tag -> "t.id in (select g.ticket_id from ticket_tag g where g.workspace_id = $1 and g.tag = "
                        + values.add(tag) + ")");
        boolean nothingElse = ofRow.size() == 1 && tags.isEmpty();
        Stream<String> clocked = states.stream()
                .map(wanted ->
                        nothingElse && clocks == Clocks.LOOKED_UP && wanted.few() ? lookedUp(wanted) : joined(wanted));
        return Stream.of(ofRow.stream(), tagged, clocked)
                .flatMap(Function.identity())
                .collect(Collectors.joining(" and "));
    }

    private static String joined(States wanted) {
        return "exists (select 1 from ticket_sla f where f.workspace_id = $1 and f.ticket_id = t.id and f.state = "
                + wanted.any() + ")";
    }

    /** The planner would look for them along the order, through all that are long solved. */
    private static String lookedUp(States wanted) {
        return "t.id = any(array(select f.ticket_id from ticket_sla f where f.workspace_id = $1 and f.state = "
                + wanted.any() + "))";
    }

    /** @param any what a state is compared with */
    private record States(String any, Set<String> states) {
        boolean few() {
            return FEW.containsAll(states);
        }
    }

    /** What a ticket's own row tells, with its tags. */
    String ofTicket() {
        String tagged = tags.isEmpty() ? "" : " and t.tags @> " + values.add(tags.toArray(String[]::new)) + "::text[]";
        return String.join(" and ", ofRow) + tagged;
    }

    /** The states are asked of one ticket after the other, never as a join; starts with {@code and}, or is empty. */
    String ofClocks() {
        return states.stream()
                .map(wanted -> " and (select f.state from ticket_sla f where f.workspace_id = t.workspace_id"
                        + " and f.ticket_id = t.id) = " + wanted.any())
                .collect(Collectors.joining());
    }

    boolean asksForStates() {
        return !states.isEmpty();
    }

    /** One of the tags that must be there; empty when none must. */
    Optional<String> tag() {
        return tags.stream().findFirst();
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
        tags.addAll(filter.tags());
        if (filter.contact() != null) {
            ofRow.add("t.contact_ids @> array[" + values.add(filter.contact()) + "::uuid]");
        }
        if (filter.conversation() != null) {
            ofRow.add("t.id = (select c.ticket_id from conversation_link c where c.workspace_id = $1"
                    + " and c.conversation_id = " + values.add(filter.conversation()) + ")");
        }
        filter.customFields()
                .forEach((field, alternatives) -> ofRow.add(alternatives.stream()
                        .map(wanted ->
                                "t.custom_fields @> " + values.add(new JsonObject(Map.of(field, wanted))) + "::jsonb")
                        .collect(Collectors.joining(" or ", "(", ")"))));
        range("t.created_at", filter.created());
        range("t.updated_at", filter.updated());
        if (!filter.slaStates().isEmpty() && clocks != Clocks.APART) {
            String any = "any(" + values.add(filter.slaStates().toArray(String[]::new)) + "::text[])";
            states.add(new States(any, filter.slaStates()));
        }
    }

    private void scope(TicketScope scope) {
        scope.teams()
                .ifPresent(teams -> ofRow.add("(t.team_id is null or t.team_id = any("
                        + values.add(teams.toArray(UUID[]::new)) + "::uuid[]))"));
    }

    private void assignees(TicketFilter.Assignees wanted) {
        String nobody = "t.assignee_id is null";
        boolean nobodyToo = wanted.nobody() == TicketFilter.Assignees.Nobody.INCLUDED;
        if (wanted.agents().isEmpty()) {
            if (nobodyToo) {
                ofRow.add(nobody);
            }
            return;
        }
        // one agent is a range of an index in the list's order, several are not
        String agents = wanted.agents().size() == 1
                ? "t.assignee_id = " + values.add(wanted.agents().iterator().next())
                : "t.assignee_id = any(" + values.add(wanted.agents().toArray(UUID[]::new)) + "::uuid[])";
        ofRow.add(nobodyToo ? "(" + agents + " or " + nobody + ")" : agents);
    }

    private <T> void anyOf(String column, Collection<T> alternatives, IntFunction<T[]> array, String type) {
        if (alternatives.size() == 1) {
            ofRow.add(column + " = " + values.add(alternatives.iterator().next()));
        } else if (!alternatives.isEmpty()) {
            ofRow.add(column + " = any(" + values.add(alternatives.stream().toArray(array)) + "::" + type + "[])");
        }
    }

    private void range(String column, TicketFilter.Range range) {
        if (range.from() != null) {
            ofRow.add(column + " >= " + values.add(range.from().atOffset(ZoneOffset.UTC)));
        }
        if (range.to() != null) {
            ofRow.add(column + " < " + values.add(range.to().atOffset(ZoneOffset.UTC)));
        }
    }
}
