package io.omniflow.integration.jira;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes Jira's wiki markup. What people wrote is text and never markup: a backslash takes a character's meaning away, and
 * where a backslash has a meaning of its own, a character reference stands for the character.
 */
final class JiraWiki {
    /** Addresses Jira makes a link of by itself; of characters that also are markup, only those an address protects. */
    private static final Pattern ADDRESS = Pattern.compile(
            "https?://[A-Za-z0-9](?:[A-Za-z0-9./_~:?#=%+@-]|&(?!#?[A-Za-z0-9]+;))*(?<=[A-Za-z0-9/_=&%+@#-])");

    private static final Pattern LINE_MARK = Pattern.compile("[ \\t]*(?:h[1-6]|bq)(?=\\.)");
    private static final Pattern REFERENCE = Pattern.compile("&#?[A-Za-z0-9]+;");
    private static final Pattern ICON = Pattern.compile("\\((?:[a-z]{1,7}|[/!+?*-][a-z]?)\\)");
    private static final String FACES = "DPp";

    private JiraWiki() {}

    static String text(List<JiraBlock> blocks) {
        return blocks.stream()
                .map(JiraWiki::written)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String written(JiraBlock block) {
        return switch (block) {
            case JiraBlock.Text(String text) -> escaped(JiraText.clean(text), JiraText.LONGEST);
            case JiraBlock.Heading(String text) -> "*" + escaped(JiraText.clean(text), JiraText.LONGEST) + "*";
            case JiraBlock.Link(String label, var address) ->
                "[" + escaped(label, JiraText.LONGEST) + "|" + address + "]";
            case JiraBlock.Small(String text) -> "~" + text + "~";
        };
    }

    /** Ends with an ellipsis where the escaped text would become longer than {@code most} characters. */
    static String escaped(String text, int most) {
        StringBuilder written = new StringBuilder();
        Matcher address = ADDRESS.matcher(text);
        Matcher mark = LINE_MARK.matcher(text);
        int at = 0;
        while (at < text.length()) {
            boolean lineStart = at == 0 || text.charAt(at - 1) == '\n';
            int end;
            String piece;
            if (address.region(at, text.length()).lookingAt()) {
                end = address.end();
                piece = address.group();
            } else if (lineStart && mark.region(at, text.length()).lookingAt()) {
                end = mark.end() + 1;
                piece = mark.group() + "&#46;";
            } else {
                end = text.offsetByCodePoints(at, 1);
                piece = escaped(text, at, end);
            }
            if (written.length() + piece.length() >= most) {
                return written.append('\u2026').toString();
            }
            written.append(piece);
            at = end;
        }
        return written.toString();
    }

    private static String escaped(String text, int at, int end) {
        char character = text.charAt(at);
        return switch (character) {
            case '\\' -> "&#92;";
            case '&' -> follows(REFERENCE, text, at) ? "&amp;" : "&";
            default -> hasMeaning(character, text, at) ? "\\" + character : text.substring(at, end);
        };
    }

    /** What has a meaning in some places only is left alone in the others, for people also read and edit the markup. */
    private static boolean hasMeaning(char character, String text, int at) {
        char before = at == 0 ? '\n' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? '\n' : text.charAt(at + 1);
        return switch (character) {
            case '{', '}', '[', ']', '*', '_', '+', '^', '~', '!', '|' -> true;
            case '-' -> !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after));
            case '?' -> before == '?' || after == '?';
            case '#' ->
                text.substring(text.lastIndexOf('\n', at) + 1, at).chars().allMatch(JiraWiki::mayStartList);
            case '(' -> follows(ICON, text, at);
            case ')' -> before == ':' || before == ';';
            case ':' -> FACES.indexOf(after) >= 0;
            default -> false;
        };
    }

    private static boolean mayStartList(int character) {
        return Character.isWhitespace(character) || character == '#' || character == '*' || character == '-';
    }

    private static boolean follows(Pattern pattern, String text, int at) {
        return pattern.matcher(text).region(at, text.length()).lookingAt();
    }
}
