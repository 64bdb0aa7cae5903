package io.omniflow.ticket.imports.text;

import io.omniflow.kit.json.JsonSize;
import io.omniflow.kit.json.Texts;
import io.omniflow.ticket.lifecycle.domain.CustomFields;
import io.omniflow.ticket.lifecycle.domain.Tags;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a line may hold; the same bounds as a ticket opened by hand. */
final class Bounds {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 65_536;
    private static final int LONGEST_NAME = 200;

    private static final Pattern CUSTOM_KEY = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Bounds() {}

    static String externalId(@Nullable String externalId) {
        if (externalId == null || externalId.isBlank()) {
            throw new Unreadable("externalId is missing");
        }
        return Objects.requireNonNull(name("externalId", externalId));
    }

    static @Nullable String title(@Nullable String title) {
        if (title != null && title.length() > LONGEST_TITLE) {
            throw new Unreadable("title has more than " + LONGEST_TITLE + " characters");
        }
        return storable("title", title);
    }

    static @Nullable String text(String field, @Nullable String text) {
        if (text != null && JsonSize.of(text) > LONGEST_TEXT) {
            throw new Unreadable(field + " has more than " + LONGEST_TEXT + " bytes as JSON");
        }
        return storable(field, text);
    }

    static @Nullable String name(String field, @Nullable String name) {
        if (name != null && (name.isBlank() || name.length() > LONGEST_NAME)) {
            throw new Unreadable(field + " must have 1 to " + LONGEST_NAME + " characters");
        }
        return storable(field, name);
    }

    static Instant time(String field, Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new Unreadable(field + " is out of range");
        }
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    static Tags tags(Tags tags) {
        if (tags.values().size() > Tags.MOST
                || tags.values().stream()
                        .anyMatch(tag -> tag.isEmpty() || tag.length() > Tags.LONGEST || !Texts.storable(tag))) {
            throw new Unreadable("tags: at most " + Tags.MOST + " of 1 to " + Tags.LONGEST + " characters");
        }
        return tags;
    }

    static Map<String, Object> customFields(Map<String, Object> fields) {
        Map<String, Object> present = new TreeMap<>(fields);
        present.values().removeIf(Objects::isNull);
        boolean simple = present.entrySet().stream()
                .allMatch(field -> CUSTOM_KEY.matcher(field.getKey()).matches() && isCustomValue(field.getValue()));
        if (present.size() > CustomFields.MOST || !simple || CustomFields.size(present) > CustomFields.MOST_BYTES) {
            throw new Unreadable(
                    "customFields: at most " + CustomFields.MOST + " with keys in lower_snake_case, texts, numbers"
                            + " or truth values, together below " + CustomFields.MOST_BYTES + " bytes as JSON");
        }
        return present;
    }

    private static boolean isCustomValue(Object value) {
        return switch (value) {
            case Boolean _, Number _ -> true;
            case String text -> text.length() <= 1_000 && Texts.storable(text);
            default -> false;
        };
    }

    private static @Nullable String storable(String field, @Nullable String text) {
        if (text != null && !Texts.storable(text)) {
            throw new Unreadable(field + " holds a NUL character or half a surrogate pair");
        }
        return text;
    }
}
