package io.omniflow.integration.hook.rest;

import io.omniflow.integration.connection.domain.AddressRule;
import io.omniflow.integration.hook.domain.Activity;
import io.omniflow.integration.hook.domain.EndpointForm;
import io.omniflow.integration.hook.domain.EndpointTerms;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A new endpoint. No event types, or none named, means all; {@code enabled} is true unless said otherwise. */
record EndpointRequest(
        @Nullable String url,
        @Nullable String description,
        @Nullable List<@Nullable String> eventTypes,
        @Nullable Boolean enabled) {

    EndpointTerms terms(AddressRule addresses, Set<String> known) {
        return terms(
                new EndpointForm(
                        url,
                        description,
                        eventTypes == null ? List.of() : eventTypes,
                        Boolean.FALSE.equals(enabled) ? Activity.DISABLED : Activity.ENABLED),
                addresses,
                known);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 naming every flaw */
    static EndpointTerms terms(EndpointForm form, AddressRule addresses, Set<String> known) {
        return switch (form.read(addresses, known)) {
            case EndpointForm.Valid(EndpointTerms terms) -> terms;
            case EndpointForm.Invalid(var flaws) ->
                throw Problems.invalid(flaws.stream()
                        .map(flaw -> new FieldError(flaw.pointer(), flaw.detail()))
                        .toList());
        };
    }
}
