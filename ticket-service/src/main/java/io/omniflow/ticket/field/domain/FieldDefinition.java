package io.omniflow.ticket.field.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace says of one custom field. Key and type stay for ever, also of an archived one: a key never changes its
 * meaning, so that old values stay readable. Options are only added.
 *
 * @param regex what the whole of a text must match
 * @param defaultValue what a new ticket gets that is given no value
 */
public record FieldDefinition(
        String key,
        String label,
        FieldType type,
        boolean required,
        List<String> options,
        @Nullable String regex,
        @Nullable Object defaultValue,
        boolean archived,
        long version,
        Instant createdAt) {
    public static final int LONGEST_LABEL = 100;
    public static final int LONGEST_REGEX = 200;
    public static final int MOST_OPTIONS = 200;
    public static final int LONGEST_OPTION = 100;

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    public FieldDefinition {
        options = List.copyOf(options);
    }

    /** As an import defines the fields that are not there. */
    public static FieldDefinition text(String key, Instant now) {
        return new FieldDefinition(key, key, FieldType.TEXT, false, List.of(), null, null, false, 1, now);
    }

    /** What is wrong with the definition itself. {@code pattern} is the compiled regex, null when there is none. */
    public List<Complaint> complaints(@Nullable TextPattern pattern) {
        List<Complaint> complaints = new ArrayList<>();
        if (!KEY.matcher(key).matches()) {
            complaints.add(new Complaint("key", "must be lower_snake_case of at most 64 characters"));
        }
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            complaints.add(new Complaint("label", "must have 1 to " + LONGEST_LABEL + " characters"));
        }
        if (!type.hasOptions() && !options.isEmpty()) {
            complaints.add(new Complaint("options", "are for single_select and multi_select only"));
        }
        if (type.hasOptions() && !areUsable(options)) {
            complaints.add(new Complaint(
                    "options",
                    "must be 1 to " + MOST_OPTIONS + " different texts of 1 to " + LONGEST_OPTION + " characters"));
        }
        if (regex != null && type != FieldType.TEXT) {
            complaints.add(new Complaint("regex", "is for text only"));
        }
        if (complaints.isEmpty()
                && defaultValue != null
                && check(defaultValue, pattern) instanceof Checked.Wrong(String reason)) {
            complaints.add(new Complaint("default", reason));
        }
        return complaints;
    }

    private static boolean areUsable(List<String> options) {
        return !options.isEmpty()
                && options.size() <= MOST_OPTIONS
                && new HashSet<>(options).size() == options.size()
                && options.stream().noneMatch(option -> option.isBlank() || option.length() > LONGEST_OPTION);
    }

    Checked check(Object value, @Nullable TextPattern pattern) {
        return matched(TypedValue.of(type, options, value), pattern);
    }

    /** As {@link #check}, of a plain text: a number is written out, a list is its one element. */
    Checked checkText(String text, @Nullable TextPattern pattern) {
        return matched(TypedValue.ofText(type, options, text), pattern);
    }

    private Checked matched(Checked checked, @Nullable TextPattern pattern) {
        return pattern != null && checked instanceof Checked.Fits(Object value) && !pattern.matches(value.toString())
                ? new Checked.Wrong("must match " + regex)
                : checked;
    }

    public FieldDefinition inArchive() {
        return new FieldDefinition(
                key, label, type, required, options, regex, defaultValue, true, version + 1, createdAt);
    }

    public FieldDefinition inVersion(long next) {
        return new FieldDefinition(key, label, type, required, options, regex, defaultValue, archived, next, createdAt);
    }

    /** Defined anew after it was archived: the options it had stay options. */
    public FieldDefinition revivedAs(FieldDefinition wanted) {
        List<String> all = new ArrayList<>(options);
        wanted.options().stream().filter(option -> !options.contains(option)).forEach(all::add);
        return new FieldDefinition(
                key,
                wanted.label(),
                type,
                wanted.required(),
                all,
                wanted.regex(),
                wanted.defaultValue(),
                false,
                version + 1,
                createdAt);
    }

    /** As it is told when it changes. */
    public Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("label", label);
        told.put("type", type.name().toLowerCase(java.util.Locale.ROOT));
        told.put("required", required);
        told.put("options", options);
        if (regex != null) {
            told.put("regex", regex);
        }
        if (defaultValue != null) {
            told.put("default", defaultValue);
        }
        told.put("archived", archived);
        told.put("version", version);
        return told;
    }
}
