package io.omniflow.integration.hook.domain;

import io.omniflow.integration.connection.domain.AddressRule;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An endpoint as it was written down, unchecked: it becomes {@link EndpointTerms}, or tells everything that is wrong. */
public record EndpointForm(
        @Nullable String url, @Nullable String description, List<@Nullable String> eventTypes, Activity activity) {
    private static final int LONGEST_ADDRESS = 1_000;
    private static final int LONGEST_DESCRIPTION = 500;

    /** What reading the form came to. */
    public sealed interface Reading {}

    public record Valid(EndpointTerms terms) implements Reading {}

    public record Invalid(List<Flaw> flaws) implements Reading {}

    /** {@code pointer} is a JSON pointer into the form. */
    public record Flaw(String pointer, String detail) {}

    /** @param known the types that can be followed */
    public Reading read(AddressRule addresses, Set<String> known) {
        List<Flaw> flaws = new ArrayList<>();
        @Nullable URI address = address(addresses, flaws);
        String told = told(flaws);
        List<String> types = types(known, flaws);
        return address == null || !flaws.isEmpty()
                ? new Invalid(List.copyOf(flaws))
                : new Valid(new EndpointTerms(address, told, types, activity));
    }

    private @Nullable URI address(AddressRule rule, List<Flaw> flaws) {
        if (url == null || url.isBlank()) {
            flaws.add(new Flaw("/url", "Is required"));
            return null;
        }
        Optional<URI> address =
                url.length() > LONGEST_ADDRESS || !isSendable(url) ? Optional.empty() : rule.target(url);
        if (address.isEmpty()) {
            flaws.add(new Flaw("/url", wanted(rule)));
        }
        return address.orElse(null);
    }

    private static String wanted(AddressRule rule) {
        return switch (rule) {
            case HTTPS_ONLY -> "Must be an https address of a public host, without user or fragment";
            case HTTP_TOO -> "Must be an http or https address without user or fragment";
        };
    }

    /** What stands outside of ASCII is escaped in an address, or it is not the same for everybody who reads it. */
    private static boolean isSendable(String text) {
        return text.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    private String told(List<Flaw> flaws) {
        if (description == null) {
            return "";
        }
        String stripped = description.strip();
        if (stripped.codePointCount(0, stripped.length()) > LONGEST_DESCRIPTION) {
            flaws.add(new Flaw("/description", "Must be at most " + LONGEST_DESCRIPTION + " characters long"));
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            flaws.add(new Flaw("/description", "Must not hold control characters"));
        }
        return stripped;
    }

    private List<String> types(Set<String> known, List<Flaw> flaws) {
        for (int i = 0; i < eventTypes.size(); i++) {
            @Nullable String type = eventTypes.get(i);
            if (type == null || !known.contains(type)) {
                flaws.add(new Flaw("/eventTypes/" + i, "Must be one of: " + String.join(", ", new TreeSet<>(known))));
            }
        }
        return flaws.isEmpty()
                ? List.copyOf(
                        new TreeSet<>(eventTypes.stream().map(String::valueOf).toList()))
                : List.of();
    }
}
