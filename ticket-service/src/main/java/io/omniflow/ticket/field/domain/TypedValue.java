package io.omniflow.ticket.field.domain;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** JSON values of each type. */
final class TypedValue {
    private static final int LONGEST_TEXT = 1_000;
    private static final String A_TEXT = "a text of at most " + LONGEST_TEXT + " characters";
    private static final int MOST_DIGITS = 36;
    private static final String A_NUMBER =
            "a number of at most " + MOST_DIGITS / 2 + " digits before the point and as many behind it";
    private static final int LONGEST_ADDRESS = 320;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}([.][0-9]{1,18})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DATETIME = Pattern.compile("[0-9]{4}-.{5,60}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    private TypedValue() {}

    static Checked of(FieldType type, List<String> options, Object value) {
        return switch (type) {
            case NUMBER -> value instanceof Number number && isBounded(number) ? fits(value) : wrong(A_NUMBER);
            case BOOLEAN -> value instanceof Boolean ? fits(value) : wrong("true or false");
            case MULTI_SELECT ->
                value instanceof List<?> list ? several(options, list) : wrong(oneOf("a list of", options));
            case TEXT -> value instanceof String text ? text(type, options, text) : wrong(A_TEXT);
            case DATE, DATETIME, SINGLE_SELECT, URL, EMAIL, AGENT, CONTACT ->
                text(type, options, value instanceof String text ? text : "");
        };
    }

    /** What a plain text, such as a cell of a table or a word of a query, says as a value of the type. */
    static Checked ofText(FieldType type, List<String> options, String text) {
        return switch (type) {
            case NUMBER -> NUMBER.matcher(text).matches() ? fits(new BigDecimal(text)) : wrong(A_NUMBER);
            case BOOLEAN ->
                text.equals("true") || text.equals("false") ? fits(Boolean.valueOf(text)) : wrong("true or false");
            case MULTI_SELECT -> several(options, List.of(text));
            case TEXT, DATE, DATETIME, SINGLE_SELECT, URL, EMAIL, AGENT, CONTACT -> text(type, options, text);
        };
    }

    private static boolean isBounded(Number number) {
        try {
            BigDecimal exact = new BigDecimal(number.toString());
            return exact.scale() <= MOST_DIGITS / 2
                    && (exact.signum() == 0 || (long) exact.precision() - exact.scale() <= MOST_DIGITS / 2);
        } catch (NumberFormatException notFinite) {
            return false;
        }
    }

    private static Checked text(FieldType type, List<String> options, String text) {
        return switch (type) {
            case DATE -> date(text);
            case DATETIME -> datetime(text);
            case SINGLE_SELECT -> options.contains(text) ? fits(text) : wrong(oneOf("one of", options));
            case URL -> url(text);
            case EMAIL ->
                text.length() <= LONGEST_ADDRESS && EMAIL.matcher(text).matches()
                        ? fits(text)
                        : wrong("an email address");
            case AGENT -> id(text, "an agent");
            case CONTACT -> id(text, "a contact");
            default -> text.length() <= LONGEST_TEXT ? fits(text) : wrong(A_TEXT);
        };
    }

    /** In the order of the options, each once. */
    private static Checked several(List<String> options, List<?> chosen) {
        return options.containsAll(chosen)
                ? fits(options.stream().filter(chosen::contains).toList())
                : wrong(oneOf("a list of", options));
    }

    private static Checked date(String text) {
        String what = "a date such as 2026-11-24";
        try {
            return DATE.matcher(text).matches() && LocalDate.parse(text).getYear() > 0 ? fits(text) : wrong(what);
        } catch (DateTimeException malformed) {
            return wrong(what);
        }
    }

    /** Kept in UTC with milliseconds, so that two forms of one instant are equal. */
    private static Checked datetime(String text) {
        String what = "an RFC 3339 time such as 2026-11-24T09:30:00.000Z";
        try {
            if (!DATETIME.matcher(text).matches()) {
                return wrong(what);
            }
            OffsetDateTime time = OffsetDateTime.parse(text)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.MILLIS);
            return time.getYear() > 0 && time.getYear() < 10_000 ? fits(INSTANT.format(time)) : wrong(what);
        } catch (DateTimeException malformed) {
            return wrong(what);
        }
    }

    private static Checked url(String text) {
        String what = "an address that begins with http:// or https://";
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && address.getHost() != null && text.length() <= LONGEST_TEXT ? fits(text) : wrong(what);
        } catch (URISyntaxException malformed) {
            return wrong(what);
        }
    }

    private static Checked id(String text, String of) {
        String lower = text.toLowerCase(Locale.ROOT);
        return ID.matcher(lower).matches() ? fits(UUID.fromString(lower).toString()) : wrong("the id of " + of);
    }

    private static String oneOf(String opening, List<String> options) {
        String some = String.join(", ", options.subList(0, Math.min(10, options.size())));
        return opening + " " + some + (options.size() > 10 ? ", …" : "");
    }

    private static Checked fits(Object value) {
        return new Checked.Fits(value);
    }

    private static Checked wrong(String what) {
        return new Checked.Wrong("must be " + what);
    }
}
