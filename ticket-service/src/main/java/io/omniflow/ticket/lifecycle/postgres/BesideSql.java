package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.ticket.lifecycle.TicketFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a filter asks of status, priority, assignee and team. They stand in a ticket's own row and beside its clocks, and are
 * asked of either.
 */
final class BesideSql {
    private final SqlValues values;
    private final Place place;
    private final List<String> conditions = new ArrayList<>();
    private boolean ofAgents;
    private boolean ofOneAgentOrTeam;
    private boolean ofOneStatus;

    BesideSql(SqlValues values, Place place) {
        this.values = values;
        this.place = place;
    }

    enum Place {
        /** A {@code ticket t}. */
        TICKET("t."),
        /** A {@code ticket_sla s}. */
        CLOCKS("s.");

        private final String table;

        Place(String table) {
            this.table = table;
        }
    }

    void narrow(TicketFilter filter) {
        assignees(filter.assignees());
        values.anyOf(
                        place.table + "status",
                        filter.statuses().stream().map(TicketRows::name).toList(),
                        String[]::new,
                        "text")
                .ifPresent(conditions::add);
        values.anyOf(
                        place.table + "priority",
                        filter.priorities().stream()
                                .map(priority -> (short) priority.rank())
                                .toList(),
                        Short[]::new,
                        "smallint")
                .ifPresent(conditions::add);
        values.anyOf(place.table + "team_id", filter.teams(), UUID[]::new, "uuid")
                .ifPresent(conditions::add);
        filter.scope().teams().ifPresent(this::scope);
        ofOneAgentOrTeam |= filter.teams().size() == 1;
        ofOneStatus |= filter.statuses().size() == 1;
    }

    private void scope(Set<UUID> teams) {
        String team = place.table + "team_id";
        conditions.add(
                "(" + team + " is null or " + team + " = any(" + values.add(teams.toArray(UUID[]::new)) + "::uuid[]))");
    }

    private void assignees(TicketFilter.Assignees wanted) {
        String nobody = place.table + "assignee_id is null";
        boolean nobodyToo = wanted.nobody() == TicketFilter.Assignees.Nobody.INCLUDED;
        if (!wanted.agents().isEmpty()) {
            String agents = agents(values, place.table + "assignee_id", wanted);
            conditions.add(nobodyToo ? "(" + agents + " or " + nobody + ")" : agents);
            ofAgents |= !nobodyToo;
            ofOneAgentOrTeam |= !nobodyToo && wanted.agents().size() == 1;
        } else if (nobodyToo) {
            conditions.add(nobody);
        }
    }

    /** One agent is a range of an index in the list's order, several are not. */
    static String agents(SqlValues values, String column, TicketFilter.Assignees wanted) {
        return values.anyOf(column, wanted.agents(), UUID[]::new, "uuid").orElseThrow();
    }

    Stream<String> conditions() {
        return Stream.concat(Stream.of(place.table + "workspace_id = $1"), conditions.stream());
    }

    boolean isOf(Place asked) {
        return place == asked;
    }

    boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** Whether it asks for nothing but whose the tickets are. */
    boolean isOfAgentsOnly() {
        return ofAgents && conditions.size() == 1;
    }

    /** Whether one agent's or team's tickets are asked for, and maybe more. */
    boolean isOfOneAgentOrTeam() {
        return ofOneAgentOrTeam;
    }

    /** Whether there is an index of what is asked for. */
    boolean isOneValue() {
        return (ofOneAgentOrTeam || ofOneStatus) && conditions.size() == 1;
    }
}
