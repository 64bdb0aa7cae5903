package io.omniflow.ticket.similar.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of a ticket is compared. Words are those that tell something: numbers, and three letters or more. */
public record Traits(Set<String> title, Set<String> text, Set<String> tags, Set<UUID> contacts) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int SHORTEST = 3;
    /** A long description repeats itself, and this bounds the cost of comparing. */
    private static final int MOST_CHARACTERS = 4_000;

    private static final Set<String> SAYS_NOTHING = Set.of(
            "the", "and", "for", "with", "not", "can", "cannot", "when", "after", "from", "are", "was", "were", "has",
            "have", "does", "doesn", "our", "your", "their", "that", "this", "there", "into", "out", "all", "any",
            "but", "get", "gets", "getting", "some", "since", "while", "his", "her", "its", "who", "how", "why", "what",
            "which", "been", "der", "die", "das", "und", "nicht", "kein", "keine", "ein", "eine", "ist", "sind", "bei",
            "mit", "von", "auf", "nach", "wenn", "wird", "werden", "dem", "den", "des");

    public static Traits of(String title, @Nullable String description, List<String> tags, List<UUID> contacts) {
        String beginning =
                description == null ? "" : description.substring(0, Math.min(description.length(), MOST_CHARACTERS));
        return new Traits(words(title), words(beginning), new LinkedHashSet<>(tags), new LinkedHashSet<>(contacts));
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(Traits::tells)
                .forEach(words::add);
        return words;
    }

    private static boolean tells(String word) {
        return Character.isDigit(word.charAt(0)) || (word.length() >= SHORTEST && !SAYS_NOTHING.contains(word));
    }
}
