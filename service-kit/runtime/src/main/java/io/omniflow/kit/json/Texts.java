package io.omniflow.kit.json;

/** What text can be kept as UTF-8 in PostgreSQL. */
public final class Texts {
    private Texts() {}

    /** Whether the text has no NUL character and no half of a surrogate pair. */
    public static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char here = text.charAt(i);
            if (here == '\0' || Character.isLowSurrogate(here)) {
                return false;
            }
            if (Character.isHighSurrogate(here)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
