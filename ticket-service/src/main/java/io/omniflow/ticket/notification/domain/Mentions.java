package io.omniflow.ticket.notification.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Whom a text mentions: {@code @} and a handle, in any case, or {@code @"Full Name"}. Of several handles that fit at one place
 * the longest counts; all agents who have it are meant, for a mention that reaches nobody is worse than one that reaches two.
 * Nothing is meant within a code span or an email address.
 */
public final class Mentions {
    /** More than anybody means: what comes after so many places is not looked at. */
    private static final int MOST_PLACES = 200;

    private static final String JOINS_WORDS = ".-+@";
    private static final String OF_ADDRESSES = "._%+-@";
    private static final String OPENING_QUOTES = "\"\u201c\u201e";
    private static final String CLOSING_QUOTES = "\"\u201d\u201c";

    private final Map<String, Set<UUID>> agentsByHandle = new HashMap<>();
    private final Set<Integer> lengths = new TreeSet<>(Comparator.reverseOrder());

    private Mentions(Collection<Mentionable> agents) {
        for (Mentionable agent : agents) {
            for (String handle : agent.handles()) {
                agentsByHandle
                        .computeIfAbsent(key(handle), unknown -> new HashSet<>())
                        .add(agent.id());
                lengths.add(handle.length());
            }
        }
    }

    /** Who can be mentioned. */
    public static Mentions among(Collection<Mentionable> agents) {
        return new Mentions(agents);
    }

    /** Whether it is worth knowing who can be mentioned. */
    public static boolean arePossibleIn(String text) {
        return !places(text).isEmpty();
    }

    public Set<UUID> in(String text) {
        Set<UUID> mentioned = new HashSet<>();
        for (int place : places(text)) {
            mentioned.addAll(at(text, place + 1));
        }
        return mentioned;
    }

    private Set<UUID> at(String text, int start) {
        if (start < text.length() && OPENING_QUOTES.indexOf(text.charAt(start)) >= 0) {
            return quoted(text, start + 1);
        }
        for (int length : lengths) {
            int end = start + length;
            if (end <= text.length() && endsWord(text, end)) {
                Set<UUID> agents = agentsByHandle.getOrDefault(key(text.substring(start, end)), Set.of());
                if (!agents.isEmpty()) {
                    return agents;
                }
            }
        }
        return Set.of();
    }

    private Set<UUID> quoted(String text, int start) {
        for (int end = start; end < text.length() && text.charAt(end) != '\n'; end++) {
            if (CLOSING_QUOTES.indexOf(text.charAt(end)) >= 0) {
                return agentsByHandle.getOrDefault(
                        key(text.substring(start, end).strip()), Set.of());
            }
        }
        return Set.of();
    }

    /** Whether no word goes on there: {@code @anna.} ends a sentence, {@code @anna.b} is somebody else. */
    private static boolean endsWord(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        char next = text.charAt(end);
        if (JOINS_WORDS.indexOf(next) >= 0) {
            return end + 1 == text.length() || !isOfWord(text.charAt(end + 1));
        }
        return !isOfWord(next);
    }

    private static boolean isOfWord(char character) {
        return character == '_' || Character.isLetterOrDigit(character) || Character.isSurrogate(character);
    }

    /** Each {@code @} that may begin a mention. */
    private static List<Integer> places(String text) {
        List<Integer> places = new ArrayList<>();
        int index = 0;
        while (index < text.length() && places.size() < MOST_PLACES) {
            char character = text.charAt(index);
            if (character == '`') {
                index = behindCode(text, index);
            } else {
                if (character == '@' && !isWithinAddress(text, index)) {
                    places.add(index);
                }
                index++;
            }
        }
        return places;
    }

    private static boolean isWithinAddress(String text, int at) {
        if (at == 0) {
            return false;
        }
        char before = text.charAt(at - 1);
        return isOfWord(before) || OF_ADDRESSES.indexOf(before) >= 0;
    }

    /** As CommonMark has it, section 6.1: a run of backticks ends at the next of the same length, or is only itself. */
    private static int behindCode(String text, int start) {
        int length = run(text, start);
        for (int index = start + length; index < text.length(); index++) {
            if (text.charAt(index) == '`') {
                int other = run(text, index);
                if (other == length) {
                    return index + other;
                }
                index += other - 1;
            }
        }
        return start + length;
    }

    private static int run(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end - start;
    }

    private static String key(String handle) {
        return handle.toLowerCase(Locale.ROOT);
    }
}
