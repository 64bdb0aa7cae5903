package io.omniflow.integration.connection.domain;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it was written down, unchecked. Either it becomes a {@link ConnectionDraft} or it tells everything that
 * is wrong with it at once.
 */
public record ConnectionForm(
        @Nullable String system,
        @Nullable String name,
        @Nullable String baseUrl,
        Map<String, @Nullable String> credentials,
        @Nullable String webhookSecret,
        Map<String, @Nullable String> settings,
        @Nullable String sync) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_SECRET = 4_000;
    private static final int LONGEST_SETTING = 200;

    /** What reading the form came to. */
    public sealed interface Reading {}

    public record Valid(ConnectionDraft draft) implements Reading {}

    public record Invalid(List<Flaw> flaws) implements Reading {}

    /** {@code pointer} is a JSON pointer into the form. */
    public record Flaw(String pointer, String detail) {}

    public Reading read(AddressRule addresses) {
        Optional<ExternalSystem> known = Optional.ofNullable(system).flatMap(ExternalSystem::of);
        if (known.isEmpty()) {
            return new Invalid(List.of(new Flaw("/system", "Must be one of: " + ExternalSystem.supported())));
        }
        Check check = new Check(new ArrayList<>());
        String checkedName = check.text("/name", name, LONGEST_NAME);
        @Nullable URI address = check.address(baseUrl, addresses);
        Map<String, String> keys =
                check.fields("/credentials", credentials, known.get().credentials(), LONGEST_SECRET);
        keys.forEach((key, value) -> check.sendable("/credentials/" + key, value));
        @Nullable String hook = webhookSecret == null ? null : check.text("/webhookSecret", webhookSecret, LONGEST_SECRET);
        Map<String, String> set =
                check.fields("/settings", settings, known.get().settings(), LONGEST_SETTING);
        if (baseUrl == null && known.get().hasOwnAddress()) {
            check.flaw("/baseUrl", "Is required");
        }
        Sync way = check.sync(sync);
        if (!check.flaws().isEmpty()) {
            return new Invalid(check.flaws());
        }
        Map<String, Secret> secrets = new HashMap<>();
        keys.forEach((key, value) -> secrets.put(key, new Secret(value)));
        return new Valid(new ConnectionDraft(
                new ConnectionTerms(known.get(), checkedName, address, set, way),
                new Secrets(secrets, hook == null ? null : new Secret(hook))));
    }

    private record Check(List<Flaw> flaws) {
        void flaw(String pointer, String detail) {
            flaws.add(new Flaw(pointer, detail));
        }

        /** Text of one line. */
        String text(String pointer, @Nullable String value, int longest) {
            if (value == null || value.isBlank()) {
                flaw(pointer, "Is required");
                return "";
            }
            String stripped = value.strip();
            if (stripped.codePointCount(0, stripped.length()) > longest) {
                flaw(pointer, "Must be at most " + longest + " characters long");
            }
            if (stripped.chars().anyMatch(Character::isISOControl)) {
                flaw(pointer, "Must not hold control characters");
            }
            return stripped;
        }

        Sync sync(@Nullable String value) {
            Optional<Sync> way = Optional.ofNullable(value == null ? Sync.ONE_WAY.text() : value)
                    .flatMap(Sync::of);
            if (way.isEmpty()) {
                flaw("/sync", "Must be one of: " + Sync.supported());
            }
            return way.orElse(Sync.ONE_WAY);
        }

        /** Credentials travel in HTTP headers. */
        void sendable(String pointer, String credential) {
            if (credential.chars().anyMatch(c -> c <= ' ' || c > '~')) {
                flaw(pointer, "Must hold visible ASCII characters only");
            }
        }

        @Nullable URI address(@Nullable String value, AddressRule rule) {
            if (value == null) {
                return null;
            }
            Optional<URI> address = value.length() > LONGEST_ADDRESS ? Optional.empty() : rule.address(value);
            if (address.isEmpty()) {
                flaw("/baseUrl", rule.wanted());
            }
            return address.orElse(null);
        }

        Map<String, String> fields(
                String pointer, Map<String, @Nullable String> given, List<String> wanted, int longest) {
            Map<String, String> checked = new HashMap<>();
            wanted.forEach(name -> checked.put(name, text(pointer + "/" + name, given.get(name), longest)));
            given.keySet().stream()
                    .filter(name -> !wanted.contains(name))
                    .forEach(name -> flaw(
                            pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                            "Is not known; known are: " + String.join(", ", wanted)));
            return checked;
        }
    }
}
