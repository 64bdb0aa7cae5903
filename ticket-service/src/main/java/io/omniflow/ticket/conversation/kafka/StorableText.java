package io.omniflow.ticket.conversation.kafka;

import io.omniflow.kit.json.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Text of the inbox as it can be kept. What the API refuses, a NUL character or half a surrogate pair, comes from the inbox
 * as a matter of fact, and is no reason to lose a message.
 */
final class StorableText {
    private static final char REPLACEMENT = '\ufffd';

    private StorableText() {}

    static String of(String text) {
        if (Texts.storable(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        ? REPLACEMENT
                        : point)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : of(text);
    }
}
