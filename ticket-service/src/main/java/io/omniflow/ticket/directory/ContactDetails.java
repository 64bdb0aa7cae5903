package io.omniflow.ticket.directory;

import org.jspecify.annotations.Nullable;

/** What a message tells of its sender. What is blank or too long to be meant counts as not told; a long name is cut. */
public record ContactDetails(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_EMAIL = 320;
    public static final int LONGEST_PHONE = 50;

    public ContactDetails {
        @Nullable String told = told(name, Integer.MAX_VALUE);
        name = told == null || told.length() <= LONGEST_NAME ? told : cut(told);
        email = told(email, LONGEST_EMAIL);
        phone = told(phone, LONGEST_PHONE);
    }

    private static @Nullable String told(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String stripped = text.strip();
        return stripped.isEmpty() || stripped.length() > longest ? null : stripped;
    }

    /** Never between the halves of a surrogate pair. */
    private static String cut(String name) {
        int end = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
        return name.substring(0, end).strip();
    }
}
