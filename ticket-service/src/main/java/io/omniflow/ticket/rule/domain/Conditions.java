package io.omniflow.ticket.rule.domain;

import io.omniflow.ticket.conversation.domain.Conversation;
import io.omniflow.ticket.field.domain.TextPattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at each condition a rule has, whether the others hold or not: whoever writes rules wants to see all of them. */
final class Conditions {
    private Conditions() {}

    static List<Finding> of(RuleTerms terms, Situation situation, @Nullable TextPattern pattern) {
        When when = terms.when();
        Conversation conversation = situation.conversation();
        List<Finding> findings = new ArrayList<>();
        if (!when.tags().isEmpty()) {
            findings.add(tags(terms, situation));
        }
        if (!when.keywords().isEmpty()) {
            findings.add(keywords(when, situation));
        }
        if (when.regex() != null) {
            findings.add(regex(situation, pattern));
        }
        if (!when.channels().isEmpty()) {
            findings.add(
                    conversation.channel() != null && when.channels().contains(conversation.channel())
                            ? Finding.met(Condition.CHANNELS, "came by " + shown(conversation.channel()))
                            : Finding.unmet(Condition.CHANNELS, "came by " + shown(conversation.channel())));
        }
        if (!when.inboxAddresses().isEmpty()) {
            findings.add(addresses(when, conversation.inboxAddress()));
        }
        if (!when.languages().isEmpty()) {
            findings.add(languages(when, conversation.language()));
        }
        if (!when.contact().isEmpty()) {
            findings.add(contact(when, situation.sender()));
        }
        if (!when.teamIds().isEmpty()) {
            findings.add(team(when, situation.ticket()));
        }
        if (when.hours() != null) {
            findings.add(hours(when.hours(), situation));
        }
        return List.copyOf(findings);
    }

    private static Finding tags(RuleTerms terms, Situation situation) {
        List<String> wanted = terms.when().tags();
        Set<String> there = new HashSet<>(situation.conversation().tags().values());
        if (situation.ticket() != null) {
            there.addAll(situation.ticket().tags().values());
        }
        List<String> missing =
                wanted.stream().filter(tag -> !there.contains(tag)).toList();
        if (!missing.isEmpty()) {
            return Finding.unmet(Condition.TAGS, "lacks " + String.join(", ", missing));
        }
        if (terms.trigger() == Trigger.TAG_ADDED && wanted.stream().noneMatch(situation.addedTags()::contains)) {
            return Finding.unmet(Condition.TAGS, "none of them was added just now");
        }
        return Finding.met(Condition.TAGS, "has " + String.join(", ", wanted));
    }

    private static Finding keywords(When when, Situation situation) {
        List<String> texts = texts(situation).map(Words::comparable).toList();
        Optional<String> found = when.keywords().stream()
                .filter(keyword -> texts.stream().anyMatch(text -> Words.has(text, Words.comparable(keyword))))
                .findFirst();
        return found.map(keyword -> Finding.met(Condition.KEYWORDS, "says " + keyword))
                .orElseGet(() -> Finding.unmet(Condition.KEYWORDS, "says none of them"));
    }

    private static Finding regex(Situation situation, @Nullable TextPattern pattern) {
        if (pattern == null) {
            return Finding.unknown(Condition.REGEX, "The regex cannot be compiled");
        }
        return texts(situation).anyMatch(pattern::matches)
                ? Finding.met(Condition.REGEX, "is found")
                : Finding.unmet(Condition.REGEX, "is not found");
    }

    private static Stream<String> texts(Situation situation) {
        return Stream.of(
                        Optional.ofNullable(situation.conversation().subject()),
                        Optional.ofNullable(situation.message()))
                .flatMap(Optional::stream);
    }

    private static Finding addresses(When when, @Nullable String address) {
        boolean met = address != null
                && when.inboxAddresses().stream().anyMatch(wanted -> wanted.equalsIgnoreCase(address.strip()));
        String why = address == null ? "came to no known address" : "came to " + address;
        return met ? Finding.met(Condition.INBOX_ADDRESSES, why) : Finding.unmet(Condition.INBOX_ADDRESSES, why);
    }

    private static Finding languages(When when, @Nullable String language) {
        if (language == null) {
            return Finding.unmet(Condition.LANGUAGES, "is in no known language");
        }
        String spoken = tag(language);
        boolean met = when.languages().stream()
                .map(Conditions::tag)
                .anyMatch(wanted -> spoken.equals(wanted) || spoken.startsWith(wanted + "-"));
        return met
                ? Finding.met(Condition.LANGUAGES, "is in " + language)
                : Finding.unmet(Condition.LANGUAGES, "is in " + language);
    }

    private static String tag(String language) {
        return language.strip().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static Finding contact(When when, Sender sender) {
        List<String> other = when.contact().entrySet().stream()
                .filter(attribute -> !sender.has(attribute.getKey(), attribute.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return other.isEmpty()
                ? Finding.met(Condition.CONTACT, "is such a contact")
                : Finding.unmet(Condition.CONTACT, "differs in " + String.join(", ", other));
    }

    private static Finding team(When when, @Nullable LinkedTicket ticket) {
        if (ticket == null) {
            return Finding.unmet(Condition.TEAM_IDS, "has no ticket");
        }
        if (ticket.teamId() == null) {
            return Finding.unmet(Condition.TEAM_IDS, "its ticket has no team");
        }
        return when.teamIds().contains(ticket.teamId())
                ? Finding.met(Condition.TEAM_IDS, "its ticket has the team")
                : Finding.unmet(Condition.TEAM_IDS, "its ticket has another team");
    }

    private static Finding hours(Hours hours, Situation situation) {
        @Nullable Calendar calendar = situation.calendars().get(hours.calendarId());
        if (calendar == null) {
            return Finding.unknown(Condition.HOURS, "Calendar " + hours.calendarId() + " is not known here");
        }
        Hours.Side side = calendar.isOpenAt(situation.at()) ? Hours.Side.INSIDE : Hours.Side.OUTSIDE;
        String why = "was " + side.name().toLowerCase(Locale.ROOT) + " its hours";
        return side == hours.side() ? Finding.met(Condition.HOURS, why) : Finding.unmet(Condition.HOURS, why);
    }

    private static String shown(@Nullable Enum<?> constant) {
        return constant == null ? "no known channel" : constant.name().toLowerCase(Locale.ROOT);
    }
}
