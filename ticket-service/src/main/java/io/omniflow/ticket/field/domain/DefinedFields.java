package io.omniflow.ticket.field.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All custom fields a workspace has defined, archived ones too, and what they make of values. */
public record DefinedFields(Map<String, Defined> byKey) {
    private static final String NO_FIELD = "is no field of this workspace";
    public static final DefinedFields NONE = new DefinedFields(Map.of());

    /** {@code pattern} is the compiled regex, null when there is none. */
    public record Defined(
            FieldDefinition definition, @Nullable TextPattern pattern) {}

    /** Values in their one form, where nothing is wrong; a null value removes its field. */
    public record Judged(Map<String, @Nullable Object> values, List<Complaint> complaints) {
        /** Without what has no value. */
        public Map<String, Object> present() {
            return DefinedFields.present(values);
        }
    }

    /** Without what has no value. */
    public static Map<String, Object> present(Map<String, @Nullable Object> values) {
        Map<String, Object> present = new TreeMap<>();
        values.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        return present;
    }

    public static DefinedFields of(List<Defined> fields) {
        return new DefinedFields(fields.stream()
                .collect(
                        Collectors.toUnmodifiableMap(field -> field.definition().key(), field -> field)));
    }

    /** The fields of a new ticket: defaults are filled in, what is required must be there. */
    public Judged opened(Map<String, Object> given) {
        Judged judged = patched(given);
        byKey.forEach((key, field) -> {
            FieldDefinition definition = field.definition();
            if (!definition.archived() && !given.containsKey(key)) {
                if (definition.defaultValue() != null) {
                    judged.values().put(key, definition.defaultValue());
                } else if (definition.required()) {
                    judged.complaints().add(new Complaint(key, "is required"));
                }
            }
        });
        return judged;
    }

    /** What a change gives; what it does not name stays, and any field may be emptied unless it is required. */
    public Judged patched(Map<String, ? extends @Nullable Object> patch) {
        Judged judged = new Judged(new TreeMap<>(), new ArrayList<>());
        patch.forEach((key, value) -> {
            @Nullable Defined field = byKey.get(key);
            if (value == null) {
                empty(judged, key, field);
            } else if (field == null) {
                judged.complaints().add(new Complaint(key, NO_FIELD));
            } else if (field.definition().archived()) {
                judged.complaints().add(new Complaint(key, "is archived"));
            } else {
                keep(judged, key, field.definition().check(value, field.pattern()));
            }
        });
        return judged;
    }

    private static void empty(Judged judged, String key, @Nullable Defined field) {
        if (field != null
                && field.definition().required()
                && !field.definition().archived()) {
            judged.complaints().add(new Complaint(key, "is required"));
        } else {
            judged.values().put(key, null);
        }
    }

    /**
     * The fields of a ticket of the past, all of which are defined: texts are read as what the fields hold, a text field
     * takes any value as text; nothing is required, and archived fields count, for the past had them.
     */
    public Judged imported(Map<String, Object> given) {
        Judged judged = new Judged(new TreeMap<>(), new ArrayList<>());
        given.forEach((key, value) -> {
            @Nullable Defined field = byKey.get(key);
            if (field == null) {
                judged.complaints().add(new Complaint(key, NO_FIELD));
            } else if (value instanceof String || field.definition().type() == FieldType.TEXT) {
                keep(judged, key, field.definition().checkText(value.toString(), field.pattern()));
            } else {
                keep(judged, key, field.definition().check(value, field.pattern()));
            }
        });
        return judged;
    }

    private static void keep(Judged judged, String key, Checked checked) {
        switch (checked) {
            case Checked.Fits(Object value) -> judged.values().put(key, value);
            case Checked.Wrong(String reason) -> judged.complaints().add(new Complaint(key, reason));
        }
    }

    /** Why lists cannot be sorted by a field; empty when they can. */
    public Optional<String> unsortable(String key) {
        @Nullable Defined field = byKey.get(key);
        if (field == null) {
            return Optional.of(NO_FIELD);
        }
        return field.definition().type() == FieldType.MULTI_SELECT
                ? Optional.of("is a field of several values, which have no order")
                : Optional.empty();
    }

    /** What a query's text means as a value of a field; whether it matches a regex plays no part. */
    public Checked sought(String key, String text) {
        @Nullable Defined field = byKey.get(key);
        return field == null ? new Checked.Wrong(NO_FIELD) : field.definition().checkText(text, null);
    }
}
