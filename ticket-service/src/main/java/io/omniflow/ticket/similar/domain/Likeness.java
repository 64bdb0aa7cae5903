package io.omniflow.ticket.similar.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How alike two tickets are, from 0 to 1, and why. The signs are taken as independent: each takes its share of what doubt the
 * others left. Titles weigh most; a shared contact or tag alone makes no duplicate.
 */
public record Likeness(double score, List<Reason> reasons) {
    /** Below it a ticket is not shown; chosen on the labelled pairs of the test. */
    public static final double LEAST = 0.3;

    private static final double WEIGHT_OF_TITLE = 0.85;
    private static final double WEIGHT_OF_TEXT = 0.4;
    private static final double WEIGHT_OF_CONTACT = 0.25;
    private static final double WEIGHT_OF_TAG = 0.08;
    private static final int MOST_TAGS = 2;
    private static final double TELLING = 0.3;
    /** The same words about another order, account or part are another problem. */
    private static final double OTHER_NUMBER = 0.4;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{3,}");
    /** Of two forms of one word, such as fails and failing. */
    private static final int SHORTEST_STEM = 4;

    /** Why two tickets are alike. */
    public enum Reason {
        SIMILAR_TITLE,
        SIMILAR_TEXT,
        SAME_CONTACT,
        SAME_TAG
    }

    /** @param trigrams how much of the titles' letters agree, from 0 to 1 */
    public static Likeness of(Traits one, Traits other, double trigrams) {
        double title = Math.max(trigrams, shared(one.title(), other.title()));
        if (tellApart(one, other)) {
            title *= OTHER_NUMBER;
        }
        double text = shared(one.text(), other.text());
        int tags = Math.min(MOST_TAGS, common(one.tags(), other.tags()));
        boolean contact = common(one.contacts(), other.contacts()) > 0;
        double doubt = (1 - WEIGHT_OF_TITLE * title) * (1 - WEIGHT_OF_TEXT * text);
        if (contact) {
            doubt *= 1 - WEIGHT_OF_CONTACT;
        }
        doubt *= Math.pow(1 - WEIGHT_OF_TAG, tags);
        List<Reason> reasons = new ArrayList<>();
        if (title >= TELLING) {
            reasons.add(Reason.SIMILAR_TITLE);
        }
        if (text >= TELLING) {
            reasons.add(Reason.SIMILAR_TEXT);
        }
        if (contact) {
            reasons.add(Reason.SAME_CONTACT);
        }
        if (tags > 0) {
            reasons.add(Reason.SAME_TAG);
        }
        return new Likeness(Math.clamp(1 - doubt, 0, 1), List.copyOf(reasons));
    }

    /** Words both have, against all words of the two (Dice); 0 when one has none. */
    private static double shared(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Set<String> stems = new HashSet<>();
        other.forEach(word -> stems.add(stem(word)));
        long both = one.stream()
                .map(Likeness::stem)
                .distinct()
                .filter(stems::contains)
                .count();
        long first = one.stream().map(Likeness::stem).distinct().count();
        return 2.0 * both / (first + stems.size());
    }

    private static boolean tellApart(Traits one, Traits other) {
        Set<String> first = numbers(one);
        Set<String> second = numbers(other);
        return !first.isEmpty() && !second.isEmpty() && common(first, second) == 0;
    }

    private static Set<String> numbers(Traits traits) {
        return traits.title().stream()
                .filter(word -> NUMBER.matcher(word).matches())
                .collect(Collectors.toSet());
    }

    private static String stem(String word) {
        for (String ending : List.of("ings", "ing", "ied", "ies", "ed", "es", "s", "en", "e")) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    private static <T> int common(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.retainAll(other);
        return both.size();
    }
}
