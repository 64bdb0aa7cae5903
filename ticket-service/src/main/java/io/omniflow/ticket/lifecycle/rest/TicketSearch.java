package io.omniflow.ticket.lifecycle.rest;

import io.omniflow.kit.paging.Cursors;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.field.domain.Checked;
import io.omniflow.ticket.field.domain.DefinedFields;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketOrder;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Tags;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the query of a list. A parameter may be repeated or list its values behind commas; an unknown one is refused. */
final class TicketSearch {
    private static final Set<String> KNOWN = Set.of(
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
            "sort",
            "limit",
            "cursor");
    private static final Set<String> SLA_STATES = Set.of("none", "ok", "at_risk", "breached", "paused", "met");
    private static final int MOST_VALUES = 50;
    private static final UUID NOBODY = new UUID(0, 0);

    private final MultivaluedMap<String, String> query;

    TicketSearch(MultivaluedMap<String, String> query) {
        this.query = query;
        query.keySet().stream()
                .filter(name -> !KNOWN.contains(name) && !name.startsWith("cf."))
                .findFirst()
                .ifPresent(name -> {
                    throw Problems.malformed(name, "is not a parameter of this list");
                });
    }

    /** The keys of the custom fields this narrows by. */
    Set<String> fieldKeys() {
        return query.keySet().stream()
                .filter(name -> name.startsWith("cf."))
                .map(name -> name.substring(3))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean namesCaller() {
        return values("assignee").contains("me");
    }

    /** @param me the caller's agent; one who is none has no tickets of its own */
    TicketFilter filter(Optional<UUID> me, DefinedFields defined) {
        return new TicketFilter(
                constants("status", Status.class),
                constants("priority", Priority.class),
                assignees(me.orElse(NOBODY)),
                ids("team"),
                tags(),
                first("contact"),
                first("conversation"),
                constants("source", Source.class),
                customFields(defined),
                new TicketFilter.Range(instant("createdFrom"), instant("createdTo")),
                new TicketFilter.Range(instant("updatedFrom"), instant("updatedTo")),
                slaStates());
    }

    /** {@code -updated}, the default, is newest first. */
    TicketOrder order() {
        @Nullable String sort = single("sort");
        String named = sort == null ? "-updated" : sort;
        TicketOrder.Direction direction =
                named.startsWith("-") ? TicketOrder.Direction.DESCENDING : TicketOrder.Direction.ASCENDING;
        return switch (named.startsWith("-") ? named.substring(1) : named) {
            case "updated" -> new TicketOrder(TicketOrder.Key.UPDATED, direction);
            case "created" -> new TicketOrder(TicketOrder.Key.CREATED, direction);
            case "priority" -> new TicketOrder(TicketOrder.Key.PRIORITY, direction);
            default -> throw Problems.malformed("sort", "must be updated, created or priority, with - for descending");
        };
    }

    int limit() {
        @Nullable String limit = single("limit");
        try {
            return Limit.of(limit == null ? null : Integer.valueOf(limit));
        } catch (NumberFormatException malformed) {
            throw Problems.malformed("limit", "must be a whole number");
        }
    }

    TicketOrder.@Nullable Place place(TicketOrder order) {
        @Nullable String cursor = single("cursor");
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 3);
        if (!parts.getFirst().equals(name(order))) {
            throw Problems.malformed("cursor", "The cursor belongs to another order");
        }
        return new TicketOrder.Place(parts.get(1), Cursors.uuid(parts.get(2)));
    }

    static String cursor(TicketOrder order, TicketOrder.Place place) {
        return Cursors.encode(name(order), place.key(), place.id().toString());
    }

    private static String name(TicketOrder order) {
        return order.key() + " " + order.direction();
    }

    /** An empty parameter counts as absent. */
    private @Nullable String single(String name) {
        @Nullable String value = query.getFirst(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private Set<String> values(String name) {
        Set<String> values = new LinkedHashSet<>();
        for (String given : query.getOrDefault(name, List.of())) {
            if (!given.isEmpty()) {
                values.addAll(List.of(given.split(",", -1)));
            }
        }
        if (values.size() > MOST_VALUES) {
            throw Problems.malformed(name, "may list at most " + MOST_VALUES + " values");
        }
        return values;
    }

    private <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
        Set<E> constants = new LinkedHashSet<>();
        for (String value : values(name)) {
            constants.add(List.of(type.getEnumConstants()).stream()
                    .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst()
                    .orElseThrow(() -> Problems.malformed(name, "has no such value")));
        }
        return constants;
    }

    private Set<UUID> ids(String name) {
        Set<UUID> ids = new LinkedHashSet<>();
        values(name).forEach(value -> ids.add(id(name, value)));
        return ids;
    }

    private @Nullable UUID first(String name) {
        @Nullable String value = single(name);
        return value == null ? null : id(name, value);
    }

    private static UUID id(String name, String value) {
        try {
            UUID id = UUID.fromString(value);
            if (id.toString().equalsIgnoreCase(value)) {
                return id;
            }
        } catch (IllegalArgumentException malformed) {
            throw Problems.malformed(name, "must be a UUID");
        }
        throw Problems.malformed(name, "must be a UUID");
    }

    private TicketFilter.Assignees assignees(UUID me) {
        Set<UUID> agents = new LinkedHashSet<>();
        TicketFilter.Assignees.Nobody nobody = TicketFilter.Assignees.Nobody.EXCLUDED;
        for (String value : values("assignee")) {
            switch (value) {
                case "none" -> nobody = TicketFilter.Assignees.Nobody.INCLUDED;
                case "me" -> agents.add(me);
                default -> agents.add(id("assignee", value));
            }
        }
        return new TicketFilter.Assignees(agents, nobody);
    }

    private Set<String> tags() {
        Set<String> tags = new HashSet<>();
        values("tag").forEach(tag -> tags.add(Tags.normal(tag)));
        return tags;
    }

    private Map<String, List<Object>> customFields(DefinedFields defined) {
        Map<String, List<Object>> fields = new TreeMap<>();
        query.forEach((name, values) -> {
            if (name.startsWith("cf.")) {
                fields.put(name.substring(3), List.of(sought(defined, name, values.getFirst())));
            }
        });
        return fields;
    }

    private static Object sought(DefinedFields defined, String name, String text) {
        return switch (defined.sought(name.substring(3), text)) {
            case Checked.Fits(Object value) -> value;
            case Checked.Wrong(String reason) -> throw Problems.malformed(name, reason);
        };
    }

    private Set<String> slaStates() {
        Set<String> states = values("sla");
        if (!SLA_STATES.containsAll(states)) {
            throw Problems.malformed("sla", "has no such value");
        }
        return states;
    }

    private @Nullable Instant instant(String name) {
        @Nullable String value = single(name);
        if (value == null) {
            return null;
        }
        try {
            return TicketFilter.storable(OffsetDateTime.parse(value).toInstant())
                    .orElseThrow(() -> Problems.malformed(name, "is out of range"));
        } catch (DateTimeException malformed) {
            throw Problems.malformed(name, "must be an RFC 3339 time such as 2026-11-24T09:00:00Z");
        }
    }
}
