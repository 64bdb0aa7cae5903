package io.omniflow.ticket.rule.domain;

import io.omniflow.ticket.conversation.domain.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in braces in a template and is filled from the conversation; nothing where it has none. */
public enum Placeholder {
    SUBJECT("subject"),
    FIRST_WORDS("firstWords"),
    CONTACT_NAME("contact.name"),
    CHANNEL("channel");

    private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}]*)\\}");
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_WORDS = 80;

    private final String word;

    Placeholder(String word) {
        this.word = word;
    }

    /** Those of a text that are none. */
    static List<String> unknown(String template) {
        return IN_BRACES
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .filter(word -> named(word).isEmpty())
                .toList();
    }

    static String all() {
        return Arrays.stream(values())
                .map(placeholder -> "{" + placeholder.word + "}")
                .collect(Collectors.joining(", "));
    }

    static String fill(String template, Situation situation) {
        return IN_BRACES
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(named(found.group(1))
                        .map(placeholder -> placeholder.of(situation))
                        .orElse(found.group())));
    }

    private String of(Situation situation) {
        return switch (this) {
            case SUBJECT -> text(situation.conversation().subject(), LONGEST_SUBJECT);
            case FIRST_WORDS -> text(situation.message(), LONGEST_WORDS);
            case CONTACT_NAME -> text(situation.sender().name(), LONGEST_SUBJECT);
            case CHANNEL -> name(situation.conversation().channel());
        };
    }

    private static String text(@Nullable String text, int longest) {
        return text == null ? "" : Words.cut(Words.spaced(text), longest);
    }

    private static Optional<Placeholder> named(String word) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.word.equals(word))
                .findFirst();
    }

    private static String name(@Nullable Channel channel) {
        return channel == null ? "" : channel.name().toLowerCase(Locale.ROOT);
    }
}
