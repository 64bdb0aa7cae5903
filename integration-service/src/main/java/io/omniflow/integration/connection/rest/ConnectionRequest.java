package io.omniflow.integration.connection.rest;

import io.omniflow.integration.connection.domain.AddressRule;
import io.omniflow.integration.connection.domain.ConnectionDraft;
import io.omniflow.integration.connection.domain.ConnectionForm;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A new connection. Its text form is its name, for it holds secrets. */
record ConnectionRequest(
        @Nullable String system,
        @Nullable String name,
        @Nullable String baseUrl,
        @Nullable Map<String, @Nullable String> credentials,
        @Nullable String webhookSecret,
        @Nullable Map<String, @Nullable String> settings,
        @Nullable String sync) {

    ConnectionDraft draft(AddressRule addresses) {
        return draft(
                new ConnectionForm(
                        system,
                        name,
                        baseUrl,
                        credentials == null ? Map.of() : credentials,
                        webhookSecret,
                        settings == null ? Map.of() : settings,
                        sync),
                addresses);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 naming every flaw */
    static ConnectionDraft draft(ConnectionForm form, AddressRule addresses) {
        return switch (form.read(addresses)) {
            case ConnectionForm.Valid(ConnectionDraft draft) -> draft;
            case ConnectionForm.Invalid(var flaws) ->
                throw Problems.invalid(flaws.stream()
                        .map(flaw -> new FieldError(flaw.pointer(), flaw.detail()))
                        .toList());
        };
    }

    @Override
    public String toString() {
        return "ConnectionRequest[" + name + "]";
    }
}
