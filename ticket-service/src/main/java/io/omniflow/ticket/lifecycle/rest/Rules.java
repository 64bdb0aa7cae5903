package io.omniflow.ticket.lifecycle.rest;

import io.omniflow.kit.json.JsonSize;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.ticket.lifecycle.domain.CustomFields;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bounds of a ticket's fields; each adds what is wrong, with a pointer to it. */
final class Rules {
    static final int LONGEST_TITLE = 300;
    /** Bytes of UTF-8 as JSON: it keeps every event below what Kafka takes. */
    static final int LONGEST_TEXT = 65_536;

    private static final int LONGEST_CUSTOM_TEXT = 1_000;
    private static final Pattern CUSTOM_KEY = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private Rules() {}

    static void title(String pointer, String title, List<FieldError> errors) {
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            errors.add(new FieldError(pointer, "must have 1 to " + LONGEST_TITLE + " characters"));
        }
    }

    static void text(String pointer, String text, List<FieldError> errors) {
        if (JsonSize.of(text) > LONGEST_TEXT) {
            errors.add(new FieldError(pointer, "may have at most " + LONGEST_TEXT + " bytes as JSON"));
        }
    }

    static void tags(String pointer, List<@Nullable String> tags, List<FieldError> errors) {
        if (tags.size() > Tags.MOST) {
            errors.add(new FieldError(pointer, "may have at most " + Tags.MOST + " tags"));
        }
        for (int i = 0; i < tags.size(); i++) {
            tag(pointer + "/" + i, tags.get(i), errors);
        }
    }

    static void tag(String pointer, @Nullable String tag, List<FieldError> errors) {
        if (tag == null || tag.isBlank() || tag.length() > Tags.LONGEST) {
            errors.add(new FieldError(pointer, "must have 1 to " + Tags.LONGEST + " characters"));
        }
    }

    static void ids(String pointer, List<@Nullable UUID> ids, List<FieldError> errors) {
        if (ids.size() > Ticket.MOST_LINKS) {
            errors.add(new FieldError(pointer, "may have at most " + Ticket.MOST_LINKS + " ids"));
        }
        if (ids.stream().anyMatch(Objects::isNull)) {
            errors.add(new FieldError(pointer, "must not hold null"));
        }
    }

    static void customFields(String pointer, Map<String, @Nullable Object> fields, List<FieldError> errors) {
        if (fields.size() > CustomFields.MOST) {
            errors.add(new FieldError(pointer, "may have at most " + CustomFields.MOST + " fields"));
        }
        if (CustomFields.size(fields) > CustomFields.MOST_BYTES) {
            errors.add(new FieldError(pointer, "may have at most " + CustomFields.MOST_BYTES + " bytes as JSON"));
        }
        fields.forEach((key, value) -> {
            if (!CUSTOM_KEY.matcher(key).matches()) {
                errors.add(new FieldError(pointer, "keys are lower_snake_case of at most 64 characters"));
            } else if (!isCustomValue(value)) {
                errors.add(new FieldError(
                        pointer + "/" + key,
                        "must be a text of at most " + LONGEST_CUSTOM_TEXT
                                + " characters, a number, true, false, or a list of such texts"));
            }
        });
    }

    private static boolean isCustomValue(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.length() <= LONGEST_CUSTOM_TEXT;
            case Boolean _, Number _ -> true;
            case List<?> texts ->
                texts.size() <= Tags.MOST
                        && texts.stream().allMatch(text -> text instanceof String && isCustomValue(text));
            default -> false;
        };
    }
}
