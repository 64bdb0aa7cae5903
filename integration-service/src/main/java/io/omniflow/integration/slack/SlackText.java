package io.omniflow.integration.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text to and from Slack's mrkdwn, where {@code & < >} are written as entities and {@code <…>} is a link or a mention. */
final class SlackText {
    private static final Pattern MARKED = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");
    private static final String MORE = "…";

    private SlackText() {}

    /** Text that cannot link or call anybody: {@code <!channel>} in a title must not wake a whole channel. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Escaped and no longer than that many characters, without half an entity at the end. */
    static String escaped(String text, int most) {
        StringBuilder escaped = new StringBuilder();
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            String next = escaped(Character.toString(points[i]));
            int needed = next.length() + (i + 1 < points.length ? MORE.length() : 0);
            if (escaped.length() + needed > most) {
                return escaped.append(MORE).toString();
            }
            escaped.append(next);
        }
        return escaped.toString();
    }

    /** What a person reads: links with their addresses, mentions with their names as far as the text has them. */
    static String plain(String mrkdwn) {
        Matcher marked = MARKED.matcher(mrkdwn);
        StringBuilder plain = new StringBuilder();
        while (marked.find()) {
            marked.appendReplacement(plain, Matcher.quoteReplacement(shown(marked.group(1), marked.group(2))));
        }
        marked.appendTail(plain);
        return plain.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String shown(String target, @Nullable String given) {
        String label = given == null ? "" : given.strip();
        if (target.startsWith("@") || target.startsWith("#")) {
            String sign = target.substring(0, 1);
            return label.isEmpty() ? target : sign + withoutSign(label, sign);
        }
        if (target.startsWith("!")) {
            return label.isEmpty() ? "@" + target.substring(1) : label;
        }
        return label.isEmpty() || label.equals(target) ? target : label + " (" + target + ")";
    }

    private static String withoutSign(String label, String sign) {
        return label.startsWith(sign) ? label.substring(1) : label;
    }
}
