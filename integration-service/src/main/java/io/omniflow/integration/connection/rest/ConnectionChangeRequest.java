package io.omniflow.integration.connection.rest;

import io.omniflow.integration.connection.domain.AddressRule;
import io.omniflow.integration.connection.domain.ConnectionDraft;
import io.omniflow.integration.connection.domain.ConnectionForm;
import io.omniflow.integration.connection.domain.ConnectionTerms;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.connection.domain.Secret;
import io.omniflow.integration.connection.domain.Secrets;
import io.omniflow.kit.http.MergePatch;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch of a connection. A secret that is left out stays, except that no credential goes to another address
 * unless it is given again: who may change a connection need not know its keys. The system cannot be changed, for links
 * were made with it. Its text form tells nothing, for it may hold secrets.
 */
record ConnectionChangeRequest(
        MergePatch<String> name,
        MergePatch<String> baseUrl,
        MergePatch<Map<String, @Nullable String>> credentials,
        MergePatch<String> webhookSecret,
        MergePatch<Map<String, @Nullable String>> settings,
        MergePatch<String> sync) {

    ConnectionDraft over(OpenConnection before, AddressRule addresses) {
        ConnectionTerms terms = before.connection().terms();
        Secrets secrets = before.secrets();
        @Nullable String address =
                baseUrl.over(terms.baseUrl() == null ? null : terms.baseUrl().toString());
        Map<String, String> keys = new HashMap<>();
        if (!terms.movesTo(address)) {
            secrets.credentials().forEach((name, secret) -> keys.put(name, secret.value()));
        } else if (credentials.isAbsent()) {
            throw Problems.invalid(
                    List.of(new FieldError("/credentials", "Must be given anew when the address changes")));
        }
        @Nullable Secret hook = secrets.webhookSecret();
        return ConnectionRequest.draft(
                new ConnectionForm(
                        terms.system().text(),
                        name.over(terms.name()),
                        address,
                        merged(keys, credentials),
                        webhookSecret.over(hook == null ? null : hook.value()),
                        merged(terms.settings(), settings),
                        sync.over(terms.sync().text())),
                addresses);
    }

    private static Map<String, @Nullable String> merged(
            Map<String, String> before, MergePatch<Map<String, @Nullable String>> patch) {
        return switch (patch) {
            case MergePatch.Absent<?> _ -> new HashMap<>(before);
            case MergePatch.Cleared<?> _ -> new HashMap<>();
            case MergePatch.Given<?> _ -> {
                Map<String, @Nullable String> merged = new HashMap<>(before);
                merged.putAll(Objects.requireNonNull(patch.over(null)));
                merged.values().removeIf(value -> value == null);
                yield merged;
            }
        };
    }

    @Override
    public String toString() {
        return "ConnectionChangeRequest";
    }
}
