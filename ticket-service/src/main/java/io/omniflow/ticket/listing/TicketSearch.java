package io.omniflow.ticket.listing;

import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.field.domain.Checked;
import io.omniflow.ticket.field.domain.DefinedFields;
import io.omniflow.ticket.lifecycle.ShownTicket;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketOrder;
import io.omniflow.ticket.lifecycle.TicketScope;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Tags;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a list is asked for. What has an unknown name is refused. */
public final class TicketSearch {
    public static final String DEFAULT_SORT = "-updated";

    private static final Set<String> FILTERS = Set.of(
            "status",
            "priority",
            "assignee",
            "team",
            "tag",
            "contact",
            "conversation",
            "source",
            "createdFrom",
            "createdTo",
            "updatedFrom",
            "updatedTo",
            "sla",
            "q");
    private static final Set<String> SLA_STATES = Set.of("none", "ok", "at_risk", "breached", "paused", "met");
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int LONGEST_WORDS = 500;
    private static final String SORT = "sort";
    private static final String FIELD = "cf.";
    private static final Pattern FIELD_NAME = Pattern.compile("cf[.][a-z0-9_]{1,64}");

    private final Parameters parameters;

    private TicketSearch(
            Map<String, List<String>> given, Set<String> beside, BiFunction<String, String, RuntimeException> refusal) {
        this.parameters = new Parameters(given, refusal);
        given.keySet().stream()
                .filter(name -> !FILTERS.contains(name) && !beside.contains(name) && !name.startsWith(FIELD))
                .findFirst()
                .ifPresent(name -> {
                    throw refusal.apply(name, "is not a parameter of this list");
                });
    }

    /** The query of a list in pages. */
    public static TicketSearch page(Map<String, List<String>> query) {
        return new TicketSearch(query, Set.of(SORT, "limit", "cursor"), Problems::malformed);
    }

    /** The query of what gives all tickets that match. */
    public static TicketSearch whole(Map<String, List<String>> query) {
        return new TicketSearch(query, Set.of(SORT), Problems::malformed);
    }

    /** The query of what has no order. */
    public static TicketSearch filters(Map<String, List<String>> query) {
        return new TicketSearch(query, Set.of(), Problems::malformed);
    }

    /** Filters that are part of a body, at the pointer {@code /filter}: what breaks a rule there is 422. */
    public static TicketSearch saved(Map<String, List<String>> filter) {
        return new TicketSearch(
                filter, Set.of(), (name, detail) -> Problems.invalid("/filter/" + pointed(name), detail));
    }

    /** The keys of the custom fields this narrows or sorts by. */
    Set<String> fieldKeys() {
        return Stream.concat(parameters.given().keySet().stream(), sortField().stream())
                .filter(name -> name.startsWith(FIELD))
                .map(name -> name.substring(FIELD.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Such as {@code cf.region}; empty where no custom field sorts. */
    private Optional<String> sortField() {
        return Optional.ofNullable(parameters.single(SORT))
                .map(sort -> sort.startsWith("-") ? sort.substring(1) : sort)
                .filter(sort -> sort.startsWith(FIELD));
    }

    boolean namesCaller() {
        return parameters.values("assignee").contains("me");
    }

    /** Refuses what no list takes; whether a custom field is defined is not looked up. */
    public void check() {
        filter(NOBODY, (name, text) -> text);
    }

    /** @param me the caller's agent; one who is none has no tickets of its own */
    TicketFilter filter(Optional<UUID> me, DefinedFields defined) {
        sortField()
                .flatMap(name -> defined.unsortable(name.substring(FIELD.length())))
                .ifPresent(reason -> {
                    throw parameters.refused(SORT, reason);
                });
        return filter(me.orElse(NOBODY), (name, text) -> sought(defined, name, text));
    }

    private TicketFilter filter(UUID me, BiFunction<String, String, Object> reading) {
        return new TicketFilter(
                parameters.constants("status", Status.class),
                parameters.constants("priority", Priority.class),
                assignees(me),
                parameters.ids("team"),
                tags(),
                parameters.singleId("contact"),
                parameters.singleId("conversation"),
                parameters.constants("source", Source.class),
                customFields(reading),
                parameters.range("createdFrom", "createdTo"),
                parameters.range("updatedFrom", "updatedTo"),
                slaStates(),
                words(),
                TicketScope.ALL,
                null);
    }

    /** @param otherwise the sort when none is asked for, such as {@value #DEFAULT_SORT} */
    public TicketOrder order(String otherwise) {
        @Nullable String sort = parameters.single(SORT);
        return order(sort == null ? otherwise : sort, detail -> parameters.refused(SORT, detail));
    }

    /** A sort on its own, a rule's breach being 422 at {@code /sort}. */
    public static TicketOrder savedOrder(String sort) {
        return order(sort, detail -> Problems.invalid("/sort", detail));
    }

    private static TicketOrder order(String sort, Function<String, RuntimeException> refusal) {
        TicketOrder.Direction direction =
                sort.startsWith("-") ? TicketOrder.Direction.DESCENDING : TicketOrder.Direction.ASCENDING;
        return switch (sort.startsWith("-") ? sort.substring(1) : sort) {
            case "updated" -> new TicketOrder(TicketOrder.Key.UPDATED, direction);
            case "created" -> new TicketOrder(TicketOrder.Key.CREATED, direction);
            case "priority" -> new TicketOrder(TicketOrder.Key.PRIORITY, direction);
            case "slaDue" -> new TicketOrder(TicketOrder.Key.SLA_DUE, direction);
            case String named
            when FIELD_NAME.matcher(named).matches() ->
                new TicketOrder(TicketOrder.Key.FIELD, direction, named.substring(FIELD.length()));
            default ->
                throw refusal.apply(
                        "must be updated, created, priority, slaDue or cf. and a field, with - for descending");
        };
    }

    public int limit() {
        @Nullable String limit = parameters.single("limit");
        try {
            return Limit.of(limit == null ? null : Integer.valueOf(limit));
        } catch (NumberFormatException malformed) {
            throw parameters.refused("limit", "must be a whole number");
        }
    }

    public TicketOrder.@Nullable Place place(TicketOrder order) {
        @Nullable String cursor = parameters.single("cursor");
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 3);
        if (!parts.getFirst().equals(name(order))) {
            throw parameters.refused("cursor", "The cursor belongs to another order");
        }
        return new TicketOrder.Place(parts.get(1), Cursors.uuid(parts.get(2)));
    }

    public static String cursor(TicketOrder order, ShownTicket last) {
        TicketOrder.Place place = order.placeOf(last);
        return Cursors.encode(name(order), place.key(), place.id().toString());
    }

    private static String name(TicketOrder order) {
        return order.key() + " " + order.direction() + (order.field() == null ? "" : " " + order.field());
    }

    private static String pointed(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private TicketFilter.Assignees assignees(UUID me) {
        Set<UUID> agents = new LinkedHashSet<>();
        TicketFilter.Assignees.Nobody nobody = TicketFilter.Assignees.Nobody.EXCLUDED;
        for (String value : parameters.values("assignee")) {
            switch (value) {
                case "none" -> nobody = TicketFilter.Assignees.Nobody.INCLUDED;
                case "me" -> agents.add(me);
                default -> agents.add(parameters.id("assignee", value));
            }
        }
        return new TicketFilter.Assignees(agents, nobody);
    }

    private Set<String> tags() {
        Set<String> tags = new HashSet<>();
        parameters.values("tag").forEach(tag -> tags.add(Tags.normal(tag)));
        return tags;
    }

    private Map<String, List<Object>> customFields(BiFunction<String, String, Object> reading) {
        Map<String, List<Object>> fields = new TreeMap<>();
        parameters.given().forEach((name, values) -> {
            if (name.startsWith(FIELD) && !values.isEmpty()) {
                fields.put(name.substring(FIELD.length()), List.of(reading.apply(name, values.getFirst())));
            }
        });
        return fields;
    }

    private Object sought(DefinedFields defined, String name, String text) {
        return switch (defined.sought(name.substring(FIELD.length()), text)) {
            case Checked.Fits(Object value) -> value;
            case Checked.Wrong(String reason) -> throw parameters.refused(name, reason);
        };
    }

    private Set<String> slaStates() {
        Set<String> states = parameters.values("sla");
        if (!SLA_STATES.containsAll(states)) {
            throw parameters.refused("sla", "has no such value");
        }
        return states;
    }

    private @Nullable String words() {
        @Nullable String words = parameters.single("q");
        if (words != null && words.length() > LONGEST_WORDS) {
            throw parameters.refused("q", "may have at most " + LONGEST_WORDS + " characters");
        }
        return words == null || words.isBlank() ? null : words.strip();
    }
}
