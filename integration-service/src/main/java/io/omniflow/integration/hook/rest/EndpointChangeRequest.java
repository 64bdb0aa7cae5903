package io.omniflow.integration.hook.rest;

import io.omniflow.integration.connection.domain.AddressRule;
import io.omniflow.integration.hook.domain.Activity;
import io.omniflow.integration.hook.domain.EndpointForm;
import io.omniflow.integration.hook.domain.EndpointTerms;
import io.omniflow.kit.http.MergePatch;
import io.omniflow.kit.problem.Problems;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A merge patch of an endpoint. {@code eventTypes: null} follows all again. */
record EndpointChangeRequest(
        MergePatch<String> url,
        MergePatch<String> description,
        MergePatch<List<@Nullable String>> eventTypes,
        MergePatch<Boolean> enabled) {

    EndpointTerms over(EndpointTerms before, AddressRule addresses, Set<String> known) {
        @Nullable List<@Nullable String> types = eventTypes.over(List.copyOf(before.eventTypes()));
        boolean active = enabled.overRequired(
                before.activity() == Activity.ENABLED, () -> Problems.invalid("/enabled", "Must be true or false"));
        return EndpointRequest.terms(
                new EndpointForm(
                        url.over(before.url().toString()),
                        description.over(before.description()),
                        types == null ? List.of() : types,
                        active ? Activity.ENABLED : Activity.DISABLED),
                addresses,
                known);
    }
}
