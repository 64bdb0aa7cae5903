package io.omniflow.kit.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What a Java type is called by someone who sees only JSON. */
final class JsonNames {
    private static final Map<Class<?>, String> KNOWN = Map.ofEntries(
            Map.entry(String.class, "a string"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(UUID.class, "a UUID in its usual form"),
            Map.entry(Instant.class, "an RFC 3339 timestamp such as 2026-11-24T09:30:00.000Z"),
            Map.entry(Duration.class, "an ISO 8601 duration such as PT8H"),
            Map.entry(LocalDate.class, "a date such as 2026-11-24"),
            Map.entry(LocalTime.class, "a time of day such as 09:00"),
            Map.entry(ZoneId.class, "a time zone such as Europe/Berlin"),
            Map.entry(int.class, "a whole number in range"),
            Map.entry(long.class, "a whole number in range"),
            Map.entry(Integer.class, "a whole number in range"),
            Map.entry(Long.class, "a whole number in range"));

    private JsonNames() {}

    static String of(Class<?> type) {
        if (KNOWN.containsKey(type)) {
            return KNOWN.getOrDefault(type, "");
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
    }

    /** A field name inside a JSON pointer (RFC 6901), cut short: it may be the caller's own megabyte. */
    static String escaped(String name) {
        String cut = name.length() > 100 ? name.substring(0, 100) : name;
        return cut.replace("~", "~0").replace("/", "~1");
    }
}
