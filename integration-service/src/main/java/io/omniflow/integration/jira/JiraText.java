package io.omniflow.integration.jira;

import java.util.regex.Pattern;

/** What holds for text in every Jira. */
final class JiraText {
    /** Jira refuses texts of more than 32,767 characters; the rest is for what is written around them. */
    static final int LONGEST = 32_000;

    private static final int LONGEST_SUMMARY = 255;
    private static final String CUT = "\u2026";
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern BREAKS = Pattern.compile("\\s+");

    /** Jira keeps texts as XML in places, and XML 1.0 has no such characters. Half of a surrogate pair is matched as such. */
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private JiraText() {}

    /** With line ends of one kind; characters Jira cannot keep are replaced by U+FFFD. */
    static String clean(String text) {
        return NOT_IN_XML.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("\uFFFD");
    }

    /** One line of at most 255 characters; Jira takes no others for a summary. */
    static String summary(String title) {
        return cut(BREAKS.matcher(clean(title)).replaceAll(" ").strip(), LONGEST_SUMMARY);
    }

    /** The text, or its beginning and an ellipsis, together no longer than {@code most} characters. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
