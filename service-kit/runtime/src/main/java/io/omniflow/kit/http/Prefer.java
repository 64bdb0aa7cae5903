package io.omniflow.kit.http;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code Prefer} header (RFC 7240). A preference that is not understood is passed over, as that RFC asks. */
public final class Prefer {
    /** The header that tells a caller which preference was heeded. */
    public static final String APPLIED = "Preference-Applied";

    private static final Duration MOST = Duration.ofSeconds(30);
    private static final Duration UNSAID = Duration.ofSeconds(10);
    private static final Pattern WAIT = Pattern.compile(
            "(?:^|[,;])\\s*wait\\s*(?:=\\s*\"?([0-9]{1,9})\"?\\s*)?(?:$|[,;])", Pattern.CASE_INSENSITIVE);

    private Prefer() {}

    /**
     * How long the caller would rather wait for the outcome than be answered 202: ten seconds when it names no number, at
     * most thirty; zero when it does not ask to wait.
     */
    public static Duration wait(@Nullable String header) {
        if (header == null) {
            return Duration.ZERO;
        }
        Matcher wait = WAIT.matcher(header);
        if (!wait.find()) {
            return Duration.ZERO;
        }
        if (wait.group(1) == null) {
            return UNSAID;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return asked.compareTo(MOST) > 0 ? MOST : asked;
    }
}
