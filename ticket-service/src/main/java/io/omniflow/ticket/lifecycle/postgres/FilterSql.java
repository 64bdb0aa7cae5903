package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketOrder;
import io.vertx.core.json.JsonObject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    private final BesideSql beside;
    private final States asked;

    private final List<String> ofRow = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<StatesSql> states = new ArrayList<>();

    private boolean broad;
    private boolean selective;
    /** The states that are asked for elsewhere, of each filter. */
    private final List<Set<String>> apart = new ArrayList<>();

    private FilterSql(SqlValues values, BesideSql.Place place, States asked) {
        this.values = values;
        this.beside = new BesideSql(values, place);
        this.asked = asked;
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
    static FilterSql of(TicketFilter filter, SqlValues values, BesideSql.Place place, States asked) {
        FilterSql sql = new FilterSql(values, place, asked);
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
        return Stream.of(beside.conditions(), ofRow.stream(), tagged, clocked)
                .flatMap(Function.identity())
                .collect(Collectors.joining(" and "));
    }

    /** What a ticket's own row tells, with its tags. */
    String ofTicket() {
        Stream<String> own =
                beside.isOf(BesideSql.Place.TICKET) ? beside.conditions() : Stream.of("t.workspace_id = $1");
        Stream<String> tagged = tags.isEmpty()
                ? Stream.empty()
                : Stream.of("t.tags @> " + values.add(tags.toArray(String[]::new)) + "::text[]");
        return Stream.of(own, ofRow.stream(), tagged)
                .flatMap(Function.identity())
                .collect(Collectors.joining(" and "));
    }

    /** What is asked of the row beside the clocks. */
    String beside() {
        return beside.conditions().collect(Collectors.joining(" and "));
    }

    /** The states are asked of one ticket after the other, never as a join; starts with {@code and}, or is empty. */
    String ofClocks() {
        return states.isEmpty() ? "" : " and " + statesOf("t.id");
    }

    /** Of what is not late, no more is read than a small index without it. */
    String statesOf(String id) {
        return states.stream()
                .map(wanted -> "(select f.state from ticket_sla f where f.workspace_id = $1 and f.ticket_id = " + id
                        + (wanted.late() ? " and " + late(wanted) + ") is not null" : ") = " + any(wanted)))
                .collect(Collectors.joining(" and "));
    }

    /** An agent's late tickets are few, and found at once. */
    boolean walksForStates() {
        return !states.isEmpty()
                && !(beside.isOfAgentsOnly()
                        && asksNothingElse()
                        && states.stream().allMatch(StatesSql::late));
    }

    /** Whether the row beside the clocks tells all. */
    boolean asksNothingOfTicket() {
        return beside.isOf(BesideSql.Place.CLOCKS) && ofRow.isEmpty() && tags.isEmpty() && states.isEmpty();
    }

    /** Whether one index, or a walk along it, has just what is asked for in the list's order: any values are planned alike. */
    boolean isOneRange(TicketOrder.Key order) {
        if (!ofRow.isEmpty() || tags.size() + states.size() + apart.size() > 1) {
            return false;
        }
        if (!tags.isEmpty()) {
            return isOneTag() && order == TicketOrder.Key.UPDATED;
        }
        if (!states.isEmpty()) {
            return beside.isEmpty() && states.getFirst().late() && order != TicketOrder.Key.FIELD;
        }
        if (!apart.isEmpty()) {
            return beside.isEmpty() && apart.getFirst().size() == 1;
        }
        return switch (order) {
            case UPDATED -> beside.isEmpty() || beside.isOneValue();
            // of one agent or team there are few with a due time, whatever else is asked of them
            case SLA_DUE -> beside.isEmpty() || beside.isOneValue() || beside.isOfOneAgentOrTeam();
            case CREATED, PRIORITY, FIELD -> beside.isEmpty();
        };
    }

    /** Whether a tag is all it asks for. */
    boolean isOneTag() {
        return ofRow.isEmpty() && states.isEmpty() && tags.size() == 1 && beside.isEmpty();
    }

    /** One of the tags that must be there; empty when none must. */
    Optional<String> tag() {
        return tags.stream().findFirst();
    }

    private boolean asksNothingElse() {
        return ofRow.isEmpty() && tags.isEmpty() && (beside.isEmpty() || beside.isOfAgentsOnly());
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

    /** The planner would look for them along the order, through all that are long solved. */
    private String lookedUp(StatesSql wanted) {
        String whose = wanted.whose().agents().isEmpty()
                ? ""
                : " and " + BesideSql.agents(values, "f.assignee_id", wanted.whose());
        return "t.id = any(array(select f.ticket_id from ticket_sla f where f.workspace_id = $1" + whose + " and "
                + late(wanted) + "))";
    }

    /** The states are written out, as those of the indexes are. */
    private static String late(StatesSql wanted) {
        return LATE.stream()
                .filter(wanted.states()::contains)
                .sorted()
                .map(state -> "'" + state + "'")
                .collect(Collectors.joining(", ", "f.state in (", ")"));
    }

    private void narrow(TicketFilter filter) {
        beside.narrow(filter);
        values.anyOf("t.source", filter.sources().stream().map(TicketRows::name).toList(), String[]::new, "text")
                .ifPresent(ofRow::add);
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
        if (!filter.slaStates().isEmpty()) {
            if (asked == States.APART) {
                apart.add(filter.slaStates());
            } else {
                states.add(new StatesSql(filter.slaStates(), filter.assignees()));
            }
        }
        broad |= !filter.tags().isEmpty()
                || !filter.sources().isEmpty()
                || !filter.created().equals(EVER)
                || !filter.updated().equals(EVER);
        selective |= filter.contact() != null
                || filter.conversation() != null
                || !filter.customFields().isEmpty();
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
