package io.omniflow.ticket.rule.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contact of a conversation, as far as known. */
public record Sender(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        Map<String, String> attributes) {
    public static final Sender UNKNOWN = new Sender(null, null, null, Map.of());

    /** The part of an email behind the at sign. */
    static final String EMAIL_DOMAIN = "emailDomain";

    /** Whether an attribute has a value; phone numbers are compared by their digits, texts without regard to case. */
    boolean has(String attribute, String value) {
        return switch (attribute) {
            case "name" -> isSame(name, value);
            case "email" -> isSame(email, value);
            case "phone" -> phone != null && digits(phone).equals(digits(value));
            case EMAIL_DOMAIN ->
                domain().filter(domain -> isWithin(domain, value)).isPresent();
            default -> isSame(attributes.get(attribute), value);
        };
    }

    private Optional<String> domain() {
        int at = email == null ? -1 : email.lastIndexOf('@');
        return email == null || at < 0
                ? Optional.empty()
                : Optional.of(email.substring(at + 1).strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isWithin(String domain, String wanted) {
        String normal = wanted.strip().toLowerCase(Locale.ROOT);
        String bare = normal.startsWith("@") ? normal.substring(1) : normal;
        return domain.equals(bare) || domain.endsWith("." + bare);
    }

    private static boolean isSame(@Nullable String known, String wanted) {
        return known != null && Words.comparable(known).equals(Words.comparable(wanted));
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "");
    }
}
