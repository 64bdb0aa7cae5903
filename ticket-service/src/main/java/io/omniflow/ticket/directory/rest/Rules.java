package io.omniflow.ticket.directory.rest;

import io.omniflow.kit.http.MergePatch;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.directory.ContactDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bounds of what is said of people; gathers what is wrong, with a pointer to it. */
final class Rules {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int LONGEST_ID = 200;
    private static final int MOST_TEAMS = 200;
    private static final int MOST_ATTRIBUTES = 50;
    private static final int LONGEST_ATTRIBUTE_NAME = 64;
    private static final int LONGEST_ATTRIBUTE = 1_000;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern PHONE = Pattern.compile("[+]?[0-9 ()./-]*[0-9][0-9 ()./-]*");

    private final List<FieldError> errors = new ArrayList<>();

    /** 422 when anything is wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }

    void required(String pointer, MergePatch<?> field) {
        if (field instanceof MergePatch.Cleared) {
            errors.add(new FieldError(pointer, "cannot be emptied"));
        }
    }

    void name(String pointer, @Nullable String name) {
        if (name == null || name.isBlank() || name.strip().length() > ContactDetails.LONGEST_NAME) {
            errors.add(new FieldError(pointer, "must have 1 to " + ContactDetails.LONGEST_NAME + " characters"));
        }
    }

    /** The id that stands for nobody is nobody's. */
    void id(String pointer, @Nullable UUID id) {
        if (NOBODY.equals(id)) {
            errors.add(new FieldError(pointer, "must not be the nil UUID"));
        }
    }

    void email(String pointer, String email) {
        if (email.strip().length() > ContactDetails.LONGEST_EMAIL
                || !EMAIL.matcher(email.strip()).matches()) {
            errors.add(new FieldError(
                    pointer, "must be an email address of at most " + ContactDetails.LONGEST_EMAIL + " characters"));
        }
    }

    void phone(String pointer, String phone) {
        if (phone.length() > ContactDetails.LONGEST_PHONE
                || !PHONE.matcher(phone.strip()).matches()) {
            errors.add(new FieldError(
                    pointer, "must be a phone number of at most " + ContactDetails.LONGEST_PHONE + " characters"));
        }
    }

    /** An id of another system. */
    void foreignId(String pointer, String id) {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            errors.add(new FieldError(pointer, "must have 1 to " + LONGEST_ID + " characters"));
        }
    }

    void teams(String pointer, List<?> ids) {
        if (ids.size() > MOST_TEAMS) {
            errors.add(new FieldError(pointer, "may have at most " + MOST_TEAMS + " teams"));
        }
    }

    void attributes(String pointer, Map<String, @Nullable String> attributes) {
        if (attributes.size() > MOST_ATTRIBUTES) {
            errors.add(new FieldError(pointer, "may have at most " + MOST_ATTRIBUTES + " attributes"));
        }
        boolean fitting = attributes.entrySet().stream()
                .allMatch(attribute -> !attribute.getKey().isBlank()
                        && attribute.getKey().length() <= LONGEST_ATTRIBUTE_NAME
                        && String.valueOf(attribute.getValue()).length() <= LONGEST_ATTRIBUTE);
        if (!fitting) {
            errors.add(new FieldError(
                    pointer,
                    "names must have 1 to " + LONGEST_ATTRIBUTE_NAME + " and values at most " + LONGEST_ATTRIBUTE
                            + " characters"));
        }
    }

    static <T> void given(MergePatch<T> field, Consumer<T> rule) {
        if (field instanceof MergePatch.Given<T>(T value)) {
            rule.accept(value);
        }
    }

    static <T> void told(@Nullable T field, Consumer<T> rule) {
        if (field != null) {
            rule.accept(field);
        }
    }

    static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    /** A body that is empty, or the JSON value null, is no request. */
    static <T> T required(@Nullable T request) {
        if (request == null) {
            throw Problems.malformed("", "A body is needed");
        }
        return request;
    }
}
