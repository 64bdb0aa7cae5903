package io.omniflow.sla.policy.domain;

import io.omniflow.sla.calendar.domain.Complaint;
import io.omniflow.sla.clock.domain.Conditions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which tickets a policy is for. Whether a team or a contact exists is not asked: its owner is another service, and a copy
 * may lag. Bounds keep a policy before and after within one event.
 */
final class ConditionsCheck {
    static final int MOST_VALUES = 100;
    static final int LONGEST_TAG = 64;
    static final int LONGEST_VALUE = 200;
    /** The channels of the contract; a test compares them. */
    static final Set<String> CHANNELS = Set.of("email", "chat", "whatsapp", "phone", "sms", "social", "api");

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private final Draft.When when;
    private final List<Complaint> complaints;

    ConditionsCheck(Draft.When when, List<Complaint> complaints) {
        this.when = when;
        this.complaints = complaints;
    }

    Conditions conditions() {
        several("/when/teamIds", when.teamIds().size());
        several("/when/contactIds", when.contactIds().size());
        List<String> tags = when.tags().stream()
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                .toList();
        each("/when/tags", tags, tag -> DraftCheck.isText(tag, LONGEST_TAG), "must have 1 to 64 characters");
        each("/when/channels", when.channels(), CHANNELS::contains, "must be one of " + sorted());
        return new Conditions(
                Set.copyOf(when.teamIds()),
                Set.copyOf(tags),
                Set.copyOf(when.channels()),
                Set.copyOf(when.contactIds()),
                customFields());
    }

    private Map<String, Set<String>> customFields() {
        Map<String, Set<String>> fields = new HashMap<>();
        several(
                "/when/customFields",
                when.customFields().values().stream().mapToInt(List::size).sum());
        when.customFields().forEach((key, values) -> {
            if (!KEY.matcher(key).matches()) {
                complain("/when/customFields", "must be named by the keys of fields, such as region");
                return;
            }
            String pointer = "/when/customFields/" + key;
            if (values.isEmpty()) {
                complain(pointer, "must have a value");
            }
            each(pointer, values, value -> DraftCheck.isText(value, LONGEST_VALUE), "must have 1 to 200 characters");
            fields.put(key, Set.copyOf(values));
        });
        return fields;
    }

    private void each(String pointer, List<String> values, Predicate<String> allowed, String reason) {
        several(pointer, values.size());
        for (int i = 0; i < values.size(); i++) {
            if (!allowed.test(values.get(i))) {
                complain(pointer + "/" + i, reason);
            }
        }
    }

    private void several(String pointer, int given) {
        if (given > MOST_VALUES) {
            complain(pointer, "may have at most " + MOST_VALUES + " values");
        }
    }

    private static String sorted() {
        return CHANNELS.stream().sorted().collect(Collectors.joining(", "));
    }

    private void complain(String pointer, String reason) {
        complaints.add(new Complaint(pointer, reason));
    }
}
