package io.omniflow.kit.json;

import org.jspecify.annotations.Nullable;

/**
 * Text of another system as it can be kept. What the API refuses, a NUL character or half a surrogate pair, comes by events as
 * a matter of fact, and is no reason to lose a message.
 */
public final class StorableText {
    private static final char REPLACEMENT = '\ufffd';

    private StorableText() {}

    public static String of(String text) {
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

    public static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : of(text);
    }
}
