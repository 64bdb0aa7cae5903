package io.omniflow.ticket.rule.domain;

import java.text.Normalizer;
import java.util.Locale;

/** Words in texts of people. */
final class Words {
    private Words() {}

    /** With one blank between words and none around. */
    static String spaced(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** In the form texts are compared in: without regard to case, kinds of blanks and ways to write one character. */
    static String comparable(String text) {
        return Normalizer.normalize(spaced(text), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Whether a keyword stands in a text as whole words; both {@link #comparable}. */
    static boolean has(String text, String keyword) {
        if (keyword.isEmpty()) {
            return false;
        }
        for (int at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
            if (begins(text, keyword, at) && ends(text, keyword, at + keyword.length())) {
                return true;
            }
        }
        return false;
    }

    /** At the end of a word where there is one, and never within a character. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int space = text.lastIndexOf(' ', longest);
        int end = space > 0 ? space : longest;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** A keyword that begins with no letter, such as {@code #1}, is its own boundary. */
    private static boolean begins(String text, String keyword, int at) {
        return at == 0
                || !Character.isLetterOrDigit(keyword.codePointAt(0))
                || !Character.isLetterOrDigit(text.codePointBefore(at));
    }

    private static boolean ends(String text, String keyword, int end) {
        return end == text.length()
                || !Character.isLetterOrDigit(keyword.codePointBefore(keyword.length()))
                || !Character.isLetterOrDigit(text.codePointAt(end));
    }
}
