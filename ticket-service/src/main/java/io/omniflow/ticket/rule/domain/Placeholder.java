package io.omniflow.ticket.rule.domain;

import io.omniflow.ticket.conversation.domain.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in braces in a template and is filled from the conversation; nothing where it has none. */
public enum Placeholder {
    SUBJECT("subject", situation -> situation.conversation().subject()),
    FIRST_WORDS("firstWords", Situation::message),
    CONTACT_NAME("contact.name", situation -> situation.sender().name()),
    CHANNEL("channel", situation -> name(situation.conversation().channel()));

    private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}]*)\\}");
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_WORDS = 80;

    private final String word;
    private final Function<Situation, @Nullable String> value;

    Placeholder(String word, Function<Situation, @Nullable String> value) {
        this.word = word;
        this.value = value;
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
        @Nullable String text = value.apply(situation);
        return text == null
                ? ""
                : Words.cut(Words.spaced(text), this == FIRST_WORDS ? LONGEST_WORDS : LONGEST_SUBJECT);
    }

    private static Optional<Placeholder> named(String word) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.word.equals(word))
                .findFirst();
    }

    private static @Nullable String name(@Nullable Channel channel) {
        return channel == null ? null : channel.name().toLowerCase(Locale.ROOT);
    }
}
