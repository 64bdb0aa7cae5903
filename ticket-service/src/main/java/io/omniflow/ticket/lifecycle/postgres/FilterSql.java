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
 * of its clocks stand in tables of their own, so they can be asked in two ways; so can what stands beside the clocks, too.
 */
final class FilterSql {
    private static final Set<String> LATE = Set.of("at_risk", "breached");
    private static final TicketFilter.Range EVER = new TicketFilter.Range(null, null);

    private final SqlValues values;
    private final Beside beside;
    private final States asked;

    private final List<String> ofBoth = new ArrayList<>();
    private final List<String> ofRow = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<StatesSql> states = new ArrayList<>();

    private boolean broad;
    private boolean selective;
    private boolean ofAgents;

    private FilterSql(SqlValues values, Beside beside, States asked) {
        this.values = values;
        this.beside = beside;
        this.asked = asked;
    }

    /** Where status, priority, assignee and team are read: they stand in both. */
    enum Beside {
        TICKET("t."),
        /** Of a {@code ticket_sla s}. */
        CLOCKS("s.");

        private final String table;

        Beside(String table) {
            this.table = table;
        }
    }

    /** How the states of clocks are asked. */
    enum States {
        /** Left to the planner. */
        JOINED,
        /** The few tickets that are late or nearly so are looked up first, where nothing else is asked but whose they are. */
        LOOKED_UP,
        /** Not here: an order by due times reads them from where they stand. */
        APART
    }

    /** All conditions must hold, whichever way they are asked. */
    static FilterSql of(TicketFilter filter, SqlValues values, Beside beside, States asked) {
        FilterSql sql = new FilterSql(values, beside, asked);
        for (TicketFilter each = filter; each != null; each = each.within()) {
            sql.narrow(each);
        }
        return sql;
    }

    /**
     * Whether a good part of all tickets is what it asks of the ticket itself, not one contact's or conversation's, or those
     * with a field's value.
     */
    boolean isBroad() {
        return broad && !selective;
    }

    /** Conditions the planner may turn into joins as it likes. */
    String conditions() {
        Stream<String> tagged = tags.stream()
                .map(tag -> "t.id in (select g.ticket_id from ticket_tag g where g.workspace_id = $1 and g.tag = "
                        + values.add(tag) + ")");
        Stream<String> clocked = states.stream()
                .map(wanted -> asked == States.LOOKED_UP && wanted.late() && asksNothingElse()
                        ? lookedUp(wanted)
                        : joined(wanted));
        return Stream.of(Stream.of(workspace()), ofBoth.stream(), ofRow.stream(), tagged, clocked)
                .flatMap(Function.identity())
                .collect(Collectors.joining(" and "));
    }

    /** What a ticket's own row tells, with its tags. */
    String ofTicket() {
        Stream<String> both = beside == Beside.TICKET ? ofBoth.stream() : Stream.empty();
        Stream<String> tagged = tags.isEmpty()
                ? Stream.empty()
                : Stream.of("t.tags @> " + values.add(tags.toArray(String[]::new)) + "::text[]");
        return Stream.of(Stream.of("t.workspace_id = $1"), both, ofRow.stream(), tagged)
                .flatMap(Function.identity())
                .collect(Collectors.joining(" and "));
    }

    /** What is asked of the row beside the clocks. */
    String beside() {
        return Stream.concat(Stream.of(workspace()), ofBoth.stream()).collect(Collectors.joining(" and "));
    }

    private String workspace() {
        return beside.table + "workspace_id = $1";
    }

    /** The states are asked of one ticket after the other, never as a join; starts with {@code and}, or is empty. */
    String ofClocks() {
        return states.isEmpty() ? "" : " and " + statesOf("t.id");
    }

    String statesOf(String id) {
        return states.stream()
                .map(wanted -> "(select f.state from ticket_sla f where f.workspace_id = $1 and f.ticket_id = " + id
                        + ") = " + any(wanted))
                .collect(Collectors.joining(" and "));
    }

    /** An agent's late tickets are few, and found at once. */
    boolean walksForStates() {
        return !states.isEmpty()
                && !(ofAgents && asksNothingElse() && states.stream().allMatch(StatesSql::late));
    }

    /** Whether the row beside the clocks tells all. */
    boolean asksNothingOfTicket() {
        return beside == Beside.CLOCKS && ofRow.isEmpty() && tags.isEmpty() && states.isEmpty();
    }

    /** One of the tags that must be there; empty when none must. */
    Optional<String> tag() {
        return tags.stream().findFirst();
    }

    private boolean asksNothingElse() {
        return ofRow.isEmpty() && tags.isEmpty() && (ofBoth.isEmpty() || (ofAgents && ofBoth.size() == 1));
    }

    /** @param whose tickets are asked for beside their states */
    private record StatesSql(Set<String> states, TicketFilter.Assignees whose) {
        boolean late() {
            return LATE.containsAll(states);
        }
    }

    private String any(StatesSql wanted) {
        return "any(" + values.add(wanted.states().toArray(String[]::new)) + "::text[])";
    }

    private String joined(StatesSql wanted) {
        return "exists (select 1 from ticket_sla f where f.workspace_id = $1 and f.ticket_id = t.id and f.state = "
                + any(wanted) + ")";
    }

    /**
     * The planner would look for them along the order, through all that are long solved. The states are written out, as
     * those of the index are.
     */
    private String lookedUp(StatesSql wanted) {
        String whose = wanted.whose().agents().isEmpty() ? "" : " and " + agents("f.assignee_id", wanted.whose());
        return "t.id = any(array(select f.ticket_id from ticket_sla f where f.workspace_id = $1" + whose
                + LATE.stream()
                        .filter(wanted.states()::contains)
                        .map(state -> "'" + state + "'")
                        .collect(Collectors.joining(", ", " and f.state in (", ")))"));
    }

    private void narrow(TicketFilter filter) {
        assignees(filter.assignees());
        both("status", filter.statuses().stream().map(TicketRows::name).toList(), String[]::new, "text");
        both(
                "priority",
                filter.priorities().stream()
                        .map(priority -> (short) priority.rank())
                        .toList(),
                Short[]::new,
                "smallint");
        both("team_id", filter.teams(), UUID[]::new, "uuid");
        scope(filter.scope());
        anyOf(ofRow, "t.source", filter.sources().stream().map(TicketRows::name).toList(), String[]::new, "text");
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
        if (!filter.slaStates().isEmpty() && asked != States.APART) {
            states.add(new StatesSql(filter.slaStates(), filter.assignees()));
        }
        broad |= !filter.tags().isEmpty()
                || !filter.sources().isEmpty()
                || !filter.created().equals(EVER)
                || !filter.updated().equals(EVER);
        selective |= filter.contact() != null
                || filter.conversation() != null
                || !filter.customFields().isEmpty();
    }

    private void scope(TicketScope scope) {
        scope.teams().ifPresent(teams -> {
            String team = beside.table + "team_id";
            ofBoth.add("(" + team + " is null or " + team + " = any(" + values.add(teams.toArray(UUID[]::new))
                    + "::uuid[]))");
        });
    }

    private void assignees(TicketFilter.Assignees wanted) {
        String nobody = beside.table + "assignee_id is null";
        boolean nobodyToo = wanted.nobody() == TicketFilter.Assignees.Nobody.INCLUDED;
        if (wanted.agents().isEmpty()) {
            if (nobodyToo) {
                ofBoth.add(nobody);
            }
            return;
        }
        String agents = agents(beside.table + "assignee_id", wanted);
        ofBoth.add(nobodyToo ? "(" + agents + " or " + nobody + ")" : agents);
        ofAgents |= !nobodyToo;
    }

    /** One agent is a range of an index in the list's order, several are not. */
    private String agents(String column, TicketFilter.Assignees wanted) {
        return wanted.agents().size() == 1
                ? column + " = " + values.add(wanted.agents().iterator().next())
                : column + " = any(" + values.add(wanted.agents().toArray(UUID[]::new)) + "::uuid[])";
    }

    private <T> void both(String column, Collection<T> alternatives, IntFunction<T[]> array, String type) {
        anyOf(ofBoth, beside.table + column, alternatives, array, type);
    }

    private <T> void anyOf(
            List<String> conditions, String column, Collection<T> alternatives, IntFunction<T[]> array, String type) {
        if (alternatives.size() == 1) {
            conditions.add(column + " = " + values.add(alternatives.iterator().next()));
        } else if (!alternatives.isEmpty()) {
            conditions.add(column + " = any(" + values.add(alternatives.stream().toArray(array)) + "::" + type + "[])");
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
