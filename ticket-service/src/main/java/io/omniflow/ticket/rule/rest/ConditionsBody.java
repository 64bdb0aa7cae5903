package io.omniflow.ticket.rule.rest;

import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.conversation.domain.Channel;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.rule.domain.Hours;
import io.omniflow.ticket.rule.domain.When;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The conditions of a rule, asked for and shown. */
@Schema(name = "RuleConditions")
record ConditionsBody(
        @Nullable List<String> tags,
        @Nullable List<String> keywords,
        @Nullable String regex,
        @Nullable List<Channel> channels,
        @Nullable List<String> inboxAddresses,
        @Nullable List<String> languages,
        @Nullable Map<String, @Nullable String> contact,
        @Nullable List<UUID> teamIds,
        @Nullable HoursBody hours) {

    @Schema(name = "RuleHours")
    record HoursBody(@Nullable UUID calendarId, Hours.@Nullable Side side) {
        Hours hours() {
            if (calendarId == null) {
                throw Problems.invalid("/when/hours/calendarId", "is required");
            }
            if (side == null) {
                throw Problems.invalid("/when/hours/side", "is required");
            }
            return new Hours(calendarId, side);
        }
    }

    static ConditionsBody of(When when) {
        return new ConditionsBody(
                when.tags(),
                when.keywords(),
                when.regex(),
                when.channels(),
                when.inboxAddresses(),
                when.languages(),
                new TreeMap<>(when.contact()),
                when.teamIds(),
                when.hours() == null
                        ? null
                        : new HoursBody(when.hours().calendarId(), when.hours().side()));
    }

    When when() {
        Map<String, String> attributes = new TreeMap<>();
        if (contact != null) {
            contact.forEach((name, value) -> attributes.put(name, value == null ? "" : value.strip()));
        }
        return new When(
                tags == null ? List.of() : Tags.of(tags).values(),
                stripped(keywords),
                regex,
                distinct(channels),
                stripped(inboxAddresses),
                stripped(languages),
                attributes,
                distinct(teamIds),
                hours == null ? null : hours.hours());
    }

    private static List<String> stripped(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(String::strip).distinct().toList();
    }

    private static <T> List<T> distinct(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(new LinkedHashSet<>(values));
    }
}
