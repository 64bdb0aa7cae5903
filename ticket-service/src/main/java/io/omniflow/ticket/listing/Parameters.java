package io.omniflow.ticket.listing;

import io.omniflow.ticket.lifecycle.TicketFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Named values as a list takes them. One may be repeated or list its values behind commas; an empty one counts as absent.
 *
 * @param refusal makes the problem of a name and what is wrong with its value
 */
record Parameters(Map<String, List<String>> given, BiFunction<String, String, RuntimeException> refusal) {
    private static final int MOST_VALUES = 50;

    RuntimeException refused(String name, String detail) {
        return refusal.apply(name, detail);
    }

    @Nullable String single(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    }

    Set<String> values(String name) {
        Set<String> values = new LinkedHashSet<>();
        for (String value : given.getOrDefault(name, List.of())) {
            if (!value.isEmpty()) {
                values.addAll(List.of(value.split(",", -1)));
            }
        }
        if (values.size() > MOST_VALUES) {
            throw refused(name, "may list at most " + MOST_VALUES + " values");
        }
        return values;
    }

    <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
        Set<E> constants = new LinkedHashSet<>();
        for (String value : values(name)) {
            constants.add(List.of(type.getEnumConstants()).stream()
                    .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst()
                    .orElseThrow(() -> refused(name, "has no such value")));
        }
        return constants;
    }

    Set<UUID> ids(String name) {
        Set<UUID> ids = new LinkedHashSet<>();
        values(name).forEach(value -> ids.add(id(name, value)));
        return ids;
    }

    @Nullable UUID singleId(String name) {
        @Nullable String value = single(name);
        return value == null ? null : id(name, value);
    }

    UUID id(String name, String value) {
        try {
            UUID id = UUID.fromString(value);
            if (id.toString().equalsIgnoreCase(value)) {
                return id;
            }
        } catch (IllegalArgumentException malformed) {
            throw refused(name, "must be a UUID");
        }
        throw refused(name, "must be a UUID");
    }

    TicketFilter.Range range(String from, String to) {
        return new TicketFilter.Range(instant(from), instant(to));
    }

    private @Nullable Instant instant(String name) {
        @Nullable String value = single(name);
        if (value == null) {
            return null;
        }
        try {
            return TicketFilter.storable(OffsetDateTime.parse(value).toInstant())
                    .orElseThrow(() -> refused(name, "is out of range"));
        } catch (DateTimeException malformed) {
            throw refused(name, "must be an RFC 3339 time such as 2026-11-24T09:00:00Z");
        }
    }
}
